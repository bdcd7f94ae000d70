;; The least and the greatest of a film's stored values, 128 bits at a time. `npm run webassembly` compiles this into
;; extremes-code.ts. Addresses are in bytes. Signed values are compared as unsigned ones with their sign bits flipped:
;; $flip has those bits, and what comes out is flipped still.
(module
  (memory (export "memory") 2)

  ;; Of $bytes bytes at $values, a multiple of 16, and of the 16 values of each kind that lie at 0 and 16.
  (func (export "extremes8") (param $values i32) (param $bytes i32) (param $flip i32)
    (local $end i32) (local $least v128) (local $greatest v128) (local $sixteen v128) (local $signs v128)
    (local.set $signs (i32x4.splat (local.get $flip)))
    (local.set $least (v128.load (i32.const 0)))
    (local.set $greatest (v128.load (i32.const 16)))
    (local.set $end (i32.add (local.get $values) (local.get $bytes)))
    (loop $next
      (local.set $sixteen (v128.xor (v128.load (local.get $values)) (local.get $signs)))
      (local.set $least (i8x16.min_u (local.get $least) (local.get $sixteen)))
      (local.set $greatest (i8x16.max_u (local.get $greatest) (local.get $sixteen)))
      (br_if $next
        (i32.lt_u (local.tee $values (i32.add (local.get $values) (i32.const 16))) (local.get $end))))
    (v128.store (i32.const 0) (local.get $least))
    (v128.store (i32.const 16) (local.get $greatest)))

  ;; The same of 16 bits each, eight of each kind.
  (func (export "extremes16") (param $values i32) (param $bytes i32) (param $flip i32)
    (local $end i32) (local $least v128) (local $greatest v128) (local $eight v128) (local $signs v128)
    (local.set $signs (i32x4.splat (local.get $flip)))
    (local.set $least (v128.load (i32.const 0)))
    (local.set $greatest (v128.load (i32.const 16)))
    (local.set $end (i32.add (local.get $values) (local.get $bytes)))
    (loop $next
      (local.set $eight (v128.xor (v128.load (local.get $values)) (local.get $signs)))
      (local.set $least (i16x8.min_u (local.get $least) (local.get $eight)))
      (local.set $greatest (i16x8.max_u (local.get $greatest) (local.get $eight)))
      (br_if $next
        (i32.lt_u (local.tee $values (i32.add (local.get $values) (i32.const 16))) (local.get $end))))
    (v128.store (i32.const 0) (local.get $least))
    (v128.store (i32.const 16) (local.get $greatest)))
)
