;; The innermost loops of resample.ts, four numbers at a time. `npm run webassembly` compiles them into kernel-code.ts.
;; Addresses and strides are in bytes. The table of shares lies at address 0, as single-precision numbers.
(module
  (memory (export "memory") 8)

  ;; Looks up $rows lines of stored values of 8 bits, $stride apart, and adds them to two lines of sums: each line
  ;; counts by its own pair of weights, of which the first is for $first and the second for $second. What is summed
  ;; here starts at 0 and is added once, so that many small numbers are not each rounded to a large sum.
  ;; Eight columns at a time: one load of a weight serves them all. $columns is a multiple of 8.
  (func (export "fold8")
    (param $values i32) (param $stride i32) (param $rows i32) (param $columns i32)
    (param $weights i32) (param $first i32) (param $second i32)
    (local $end i32) (local $value i32) (local $weight i32) (local $left i32)
    (local $shares v128) (local $forFirst v128) (local $forSecond v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $values) (local.get $columns)))
    (loop $column
      (local.set $a (v128.const f32x4 0 0 0 0))
      (local.set $b (v128.const f32x4 0 0 0 0))
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $d (v128.const f32x4 0 0 0 0))
      (local.set $value (local.get $values))
      (local.set $weight (local.get $weights))
      (local.set $left (local.get $rows))
      (loop $row
        (local.set $forFirst (v128.load32_splat (local.get $weight)))
        (local.set $forSecond (v128.load32_splat offset=4 (local.get $weight)))
        (local.set $shares (v128.load32_zero (i32.shl (i32.load8_u (local.get $value)) (i32.const 2))))
        (local.set $shares
          (v128.load32_lane 1 (i32.shl (i32.load8_u offset=1 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 2 (i32.shl (i32.load8_u offset=2 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 3 (i32.shl (i32.load8_u offset=3 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $shares) (local.get $forFirst))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $shares) (local.get $forSecond))))
        (local.set $shares (v128.load32_zero (i32.shl (i32.load8_u offset=4 (local.get $value)) (i32.const 2))))
        (local.set $shares
          (v128.load32_lane 1 (i32.shl (i32.load8_u offset=5 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 2 (i32.shl (i32.load8_u offset=6 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 3 (i32.shl (i32.load8_u offset=7 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $shares) (local.get $forFirst))))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $shares) (local.get $forSecond))))
        (local.set $value (i32.add (local.get $value) (local.get $stride)))
        (local.set $weight (i32.add (local.get $weight) (i32.const 8)))
        (br_if $row (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (local.get $first) (f32x4.add (v128.load (local.get $first)) (local.get $a)))
      (v128.store (local.get $second) (f32x4.add (v128.load (local.get $second)) (local.get $b)))
      (v128.store offset=16 (local.get $first) (f32x4.add (v128.load offset=16 (local.get $first)) (local.get $c)))
      (v128.store offset=16 (local.get $second) (f32x4.add (v128.load offset=16 (local.get $second)) (local.get $d)))
      (local.set $first (i32.add (local.get $first) (i32.const 32)))
      (local.set $second (i32.add (local.get $second) (i32.const 32)))
      (br_if $column
        (i32.lt_u (local.tee $values (i32.add (local.get $values) (i32.const 8))) (local.get $end)))))

  ;; The same with stored values of 16 bits.
  (func (export "fold16")
    (param $values i32) (param $stride i32) (param $rows i32) (param $columns i32)
    (param $weights i32) (param $first i32) (param $second i32)
    (local $end i32) (local $value i32) (local $weight i32) (local $left i32)
    (local $shares v128) (local $forFirst v128) (local $forSecond v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $columns) (i32.const 1))))
    (loop $column
      (local.set $a (v128.const f32x4 0 0 0 0))
      (local.set $b (v128.const f32x4 0 0 0 0))
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $d (v128.const f32x4 0 0 0 0))
      (local.set $value (local.get $values))
      (local.set $weight (local.get $weights))
      (local.set $left (local.get $rows))
      (loop $row
        (local.set $forFirst (v128.load32_splat (local.get $weight)))
        (local.set $forSecond (v128.load32_splat offset=4 (local.get $weight)))
        (local.set $shares (v128.load32_zero (i32.shl (i32.load16_u (local.get $value)) (i32.const 2))))
        (local.set $shares
          (v128.load32_lane 1 (i32.shl (i32.load16_u offset=2 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 2 (i32.shl (i32.load16_u offset=4 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 3 (i32.shl (i32.load16_u offset=6 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $shares) (local.get $forFirst))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $shares) (local.get $forSecond))))
        (local.set $shares (v128.load32_zero (i32.shl (i32.load16_u offset=8 (local.get $value)) (i32.const 2))))
        (local.set $shares
          (v128.load32_lane 1 (i32.shl (i32.load16_u offset=10 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 2 (i32.shl (i32.load16_u offset=12 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $shares
          (v128.load32_lane 3 (i32.shl (i32.load16_u offset=14 (local.get $value)) (i32.const 2)) (local.get $shares)))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $shares) (local.get $forFirst))))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $shares) (local.get $forSecond))))
        (local.set $value (i32.add (local.get $value) (local.get $stride)))
        (local.set $weight (i32.add (local.get $weight) (i32.const 8)))
        (br_if $row (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (local.get $first) (f32x4.add (v128.load (local.get $first)) (local.get $a)))
      (v128.store (local.get $second) (f32x4.add (v128.load (local.get $second)) (local.get $b)))
      (v128.store offset=16 (local.get $first) (f32x4.add (v128.load offset=16 (local.get $first)) (local.get $c)))
      (v128.store offset=16 (local.get $second) (f32x4.add (v128.load offset=16 (local.get $second)) (local.get $d)))
      (local.set $first (i32.add (local.get $first) (i32.const 32)))
      (local.set $second (i32.add (local.get $second) (i32.const 32)))
      (br_if $column
        (i32.lt_u (local.tee $values (i32.add (local.get $values) (i32.const 16))) (local.get $end)))))

  ;; Squeezes a line of sums: $outputs numbers at $to, each the sum of $taps numbers of the line by its own weights.
  ;; $starts says where in the line each begins, in bytes. $taps is a multiple of 4; what is beyond counts by 0.
  (func (export "squeeze")
    (param $line i32) (param $starts i32) (param $weights i32) (param $taps i32) (param $outputs i32) (param $to i32)
    (local $end i32) (local $from i32) (local $stop i32) (local $sum v128)
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $outputs) (i32.const 2))))
    (loop $output
      (local.set $from (i32.add (local.get $line) (i32.load (local.get $starts))))
      (local.set $stop (i32.add (local.get $from) (i32.shl (local.get $taps) (i32.const 2))))
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (loop $tap
        (local.set $sum
          (f32x4.add (local.get $sum) (f32x4.mul (v128.load (local.get $from)) (v128.load (local.get $weights)))))
        (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
        (br_if $tap (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $stop))))
      ;; The upper two onto the lower two, then the second onto the first.
      (local.set $sum
        (f32x4.add (local.get $sum)
          (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
      (local.set $sum
        (f32x4.add (local.get $sum)
          (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $sum) (local.get $sum))))
      (f32.store (local.get $to) (f32x4.extract_lane 0 (local.get $sum)))
      (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
      (br_if $output (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 4))) (local.get $end)))))
)
