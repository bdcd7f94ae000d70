;; What stands beside the stored bits of a film's cells, 128 bits at a time. `npm run webassembly` compiles this into
;; dirt-code.ts. The cells lie at 0; $bytes is how many bytes they are, a multiple of 32.
(module
  (memory (export "memory") 1)

  ;; The bits that any cell has, whatever its width, in 32: two cells of 16 bits beside each other, or four of 8.
  (func (export "allBits") (param $bytes i32) (result i32)
    (local $at i32) (local $even v128) (local $odd v128)
    (loop $next
      (local.set $even (v128.or (local.get $even) (v128.load (local.get $at))))
      (local.set $odd (v128.or (local.get $odd) (v128.load offset=16 (local.get $at))))
      (br_if $next
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 32))) (local.get $bytes))))
    (call $fold (v128.or (local.get $even) (local.get $odd))))

  ;; The bits in which any cell of 16 bits is not what its lower 16 - $above bits are as a signed number: they go up and
  ;; come down again with their sign.
  (func (export "unlikeSigned16") (param $bytes i32) (param $above i32) (result i32)
    (local $at i32) (local $cells v128) (local $unlike v128)
    (loop $next
      (local.set $cells (v128.load (local.get $at)))
      (local.set $unlike
        (v128.or (local.get $unlike)
          (v128.xor (local.get $cells)
            (i16x8.shr_s (i16x8.shl (local.get $cells) (local.get $above)) (local.get $above)))))
      (br_if $next
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))
    (call $fold (local.get $unlike)))

  (func $fold (param $bits v128) (result i32)
    (i32.or
      (i32.or (i32x4.extract_lane 0 (local.get $bits)) (i32x4.extract_lane 1 (local.get $bits)))
      (i32.or (i32x4.extract_lane 2 (local.get $bits)) (i32x4.extract_lane 3 (local.get $bits)))))
)
