//! What the server says, written into a buffer.

use crate::types::PgColumn;
use bytes::{BufMut, BytesMut};
use guard::parse::statement::CopyFormat;

/// Writes one frame: the type, the length, and what `body` puts.
pub fn frame(out: &mut BytesMut, tag: u8, body: impl FnOnce(&mut BytesMut)) {
    out.put_u8(tag);
    let start = out.len();
    out.put_u32(0);
    body(out);
    let length = u32::try_from(out.len() - start).unwrap_or(u32::MAX);
    if let Some(place) = out.get_mut(start..start + 4) {
        place.copy_from_slice(&length.to_be_bytes());
    }
}

/// A string and its NUL; a NUL inside it would end it early, so it is left out.
pub fn text(out: &mut BytesMut, text: &str) {
    out.extend(text.bytes().filter(|byte| *byte != 0));
    out.put_u8(0);
}

pub fn authentication_ok(out: &mut BytesMut) {
    frame(out, b'R', |out| out.put_u32(0));
}

pub fn authentication_sasl(out: &mut BytesMut, mechanisms: &[&str]) {
    frame(out, b'R', |out| {
        out.put_u32(10);
        mechanisms.iter().for_each(|mechanism| text(out, mechanism));
        out.put_u8(0);
    });
}

/// Code 11 is SASLContinue, 12 is SASLFinal.
pub fn authentication_data(out: &mut BytesMut, code: u32, data: &[u8]) {
    frame(out, b'R', |out| {
        out.put_u32(code);
        out.put_slice(data);
    });
}

pub fn negotiate_protocol_version(out: &mut BytesMut, version: u32, unknown: &[String]) {
    frame(out, b'v', |out| {
        out.put_u32(version);
        out.put_u32(u32::try_from(unknown.len()).unwrap_or(u32::MAX));
        unknown.iter().for_each(|option| text(out, option));
    });
}

pub fn backend_key_data(out: &mut BytesMut, pid: i32, key: &[u8]) {
    frame(out, b'K', |out| {
        out.put_i32(pid);
        out.put_slice(key);
    });
}

pub fn parameter_status(out: &mut BytesMut, name: &str, value: &str) {
    frame(out, b'S', |out| {
        text(out, name);
        text(out, value);
    });
}

pub fn ready_for_query(out: &mut BytesMut, status: u8) {
    frame(out, b'Z', |out| out.put_u8(status));
}

pub fn parse_complete(out: &mut BytesMut) {
    frame(out, b'1', |_| {});
}

pub fn bind_complete(out: &mut BytesMut) {
    frame(out, b'2', |_| {});
}

pub fn close_complete(out: &mut BytesMut) {
    frame(out, b'3', |_| {});
}

pub fn no_data(out: &mut BytesMut) {
    frame(out, b'n', |_| {});
}

pub fn portal_suspended(out: &mut BytesMut) {
    frame(out, b's', |_| {});
}

pub fn empty_query_response(out: &mut BytesMut) {
    frame(out, b'I', |_| {});
}

pub fn command_complete(out: &mut BytesMut, tag: &str) {
    frame(out, b'C', |out| text(out, tag));
}

pub fn parameter_description(out: &mut BytesMut, oids: impl ExactSizeIterator<Item = u32>) {
    frame(out, b't', |out| {
        out.put_u16(u16::try_from(oids.len()).unwrap_or(u16::MAX));
        oids.for_each(|oid| out.put_u32(oid));
    });
}

/// `formats` is empty where they are not known yet: all text.
pub fn row_description(out: &mut BytesMut, columns: &[PgColumn], formats: &[i16]) {
    frame(out, b'T', |out| {
        out.put_u16(u16::try_from(columns.len()).unwrap_or(u16::MAX));
        for (at, column) in columns.iter().enumerate() {
            text(out, &column.name);
            out.put_u32(column.table_oid);
            out.put_i16(column.attnum);
            out.put_u32(column.ty.oid());
            out.put_i16(column.ty.len());
            out.put_i32(column.typmod);
            out.put_i16(formats.get(at).copied().unwrap_or(0));
        }
    });
}

pub fn copy_out_response(out: &mut BytesMut, format: CopyFormat, columns: usize) {
    let binary = i16::from(format == CopyFormat::Binary);
    frame(out, b'H', |out| {
        out.put_u8(u8::from(format == CopyFormat::Binary));
        out.put_u16(u16::try_from(columns).unwrap_or(u16::MAX));
        (0..columns).for_each(|_| out.put_i16(binary));
    });
}

pub fn copy_done(out: &mut BytesMut) {
    frame(out, b'c', |_| {});
}
