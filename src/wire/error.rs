//! Failures and notices as the client gets them: the only place that makes ErrorResponse and NoticeResponse.

use super::backend::{frame, text};
use crate::error::SqlError;
use crate::pipeline::Notice;
use bytes::{BufMut, BytesMut};

/// How bad it is for the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The session goes on.
    Error,
    /// The connection ends.
    Fatal,
}

/// ErrorResponse. The cause goes to the log, never to the client.
pub fn error_response(out: &mut BytesMut, severity: Severity, error: &SqlError) {
    let report = error.report();
    if let Some(cause) = &report.cause {
        tracing::error!(sqlstate = report.sqlstate.code(), %cause, "a statement failed for a reason of the gateway's");
    }
    let severity = match severity {
        Severity::Error => "ERROR",
        Severity::Fatal => "FATAL",
    };
    frame(out, b'E', |out| {
        fields(out, severity, report.sqlstate.code(), &report.message);
        optional(out, b'D', report.detail.as_deref());
        optional(out, b'H', report.hint.as_deref());
        optional(out, b'P', report.position.map(|position| position.to_string()).as_deref());
        out.put_u8(0);
    });
}

/// NoticeResponse.
pub fn notice_response(out: &mut BytesMut, notice: &Notice) {
    frame(out, b'N', |out| {
        fields(out, notice.severity, notice.sqlstate.code(), &notice.message);
        optional(out, b'D', notice.detail.as_deref());
        optional(out, b'H', notice.hint.as_deref());
        out.put_u8(0);
    });
}

fn fields(out: &mut BytesMut, severity: &str, code: &str, message: &str) {
    for (field, value) in [(b'S', severity), (b'V', severity), (b'C', code), (b'M', message)] {
        out.put_u8(field);
        text(out, value);
    }
}

fn optional(out: &mut BytesMut, field: u8, value: Option<&str>) {
    if let Some(value) = value {
        out.put_u8(field);
        text(out, value);
    }
}
