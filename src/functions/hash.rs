//! PostgreSQL's own hashes of text and integers, by which experiments divide users: Bob Jenkins' lookup3.
//!
//! Comes in: a value, perhaps a seed. Goes out: the number that PostgreSQL gives it on a little-endian machine. Must never: change, since what was divided by it stays divided.

use super::entry::Entry;
use super::rows::{I4, I8, Str, map1, map2};

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("hashtext(text) int4", |call| {
            map1::<Str, i32>(call, |text| Ok(hash(text.as_bytes(), 0).0.cast_signed()))
        }),
        Entry::kernel("hashtextextended(text, int8) int8", |call| {
            map2::<Str, I8, i64>(call, |text, seed| Ok(extended(hash(text.as_bytes(), seed.cast_unsigned()))))
        }),
        Entry::kernel("hashint4(int4) int4", |call| {
            map1::<I4, i32>(call, |value| Ok(hash_word(value.cast_unsigned()).cast_signed()))
        }),
        Entry::kernel("hashint8(int8) int4", |call| {
            map1::<I8, i32>(call, |value| Ok(hash_word(folded(value)).cast_signed()))
        }),
    ]
}

/// A 64-bit number in 32, so that one that fits there hashes alike.
fn folded(value: i64) -> u32 {
    let value = value.cast_unsigned();
    let (high, low) = ((value >> 32) as u32, value as u32);
    low ^ if value >> 63 == 0 { high } else { !high }
}

fn extended((low, high): (u32, u32)) -> i64 {
    ((u64::from(high) << 32) | u64::from(low)).cast_signed()
}

fn start(length: usize) -> u32 {
    0x9e37_79b9_u32.wrapping_add(length as u32).wrapping_add(3_923_095)
}

/// What is mixed, three words at a time.
struct State {
    a: u32,
    b: u32,
    c: u32,
}

impl State {
    fn mix(&mut self) {
        let Self { a, b, c } = self;
        step(a, c, b, 4);
        step(b, a, c, 6);
        step(c, b, a, 8);
        step(a, c, b, 16);
        step(b, a, c, 19);
        step(c, b, a, 4);
    }

    fn finish(&mut self) {
        let Self { a, b, c } = self;
        last(c, *b, 14);
        last(a, *c, 11);
        last(b, *a, 25);
        last(c, *b, 16);
        last(a, *c, 4);
        last(b, *a, 14);
        last(c, *b, 24);
    }
}

fn step(x: &mut u32, y: &mut u32, z: &mut u32, turn: u32) {
    *x = x.wrapping_sub(*y) ^ y.rotate_left(turn);
    *y = y.wrapping_add(*z);
}

fn last(x: &mut u32, y: u32, turn: u32) {
    *x = (*x ^ y).wrapping_sub(y.rotate_left(turn));
}

/// Up to four bytes, the first the lowest.
fn word(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).rev().fold(0, |word, byte| (word << 8) | u32::from(*byte))
}

/// The hash of 32 bits, and the half that stands before it in one of 64.
fn hash(bytes: &[u8], seed: u64) -> (u32, u32) {
    let begin = start(bytes.len());
    let mut state = State { a: begin, b: begin, c: begin };
    if seed != 0 {
        state.a = state.a.wrapping_add((seed >> 32) as u32);
        state.b = state.b.wrapping_add(seed as u32);
        state.mix();
    }
    let mut blocks = bytes.chunks_exact(12);
    for block in blocks.by_ref() {
        let (first, rest) = block.split_at(4);
        let (second, third) = rest.split_at(4);
        state.a = state.a.wrapping_add(word(first));
        state.b = state.b.wrapping_add(word(second));
        state.c = state.c.wrapping_add(word(third));
        state.mix();
    }
    let rest = blocks.remainder();
    let part = |from: usize| word(rest.get(from..).unwrap_or_default());
    state.a = state.a.wrapping_add(part(0));
    state.b = state.b.wrapping_add(part(4));
    // The lowest byte is the length's.
    state.c = state.c.wrapping_add(part(8) << 8);
    state.finish();
    (state.c, state.b)
}

fn hash_word(value: u32) -> u32 {
    let begin = start(4);
    let mut state = State { a: begin.wrapping_add(value), b: begin, c: begin };
    state.finish();
    state.c
}
