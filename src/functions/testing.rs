//! What the tests of the catalogue share.

use crate::plan::typed::{BindContext, Clock, Typed};
use crate::types::{Display, PgType};
use chrono::DateTime;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use std::sync::Arc;

/// A session in UTC at the beginning of 2025.
pub fn context() -> BindContext {
    let now = DateTime::from_timestamp(1_735_689_600, 0).expect("a moment");
    BindContext {
        clock: Clock::new(now, now),
        display: Display::default(),
        user: "tester".to_owned(),
        role: "tester".to_owned(),
        database: "tollgate".to_owned(),
        search_path: vec!["public".to_owned()],
        parameters: std::cell::RefCell::default(),
        settings: std::collections::BTreeMap::new(),
        backend_pid: 1,
        catalog: Arc::default(),
        activity: Arc::new(crate::catalog::Alone),
    }
}

/// An integer constant.
pub fn int4(value: i32) -> Typed {
    Typed::new(Expr::Literal(ScalarValue::Int32(Some(value)), None), PgType::Int4)
}

/// A text constant.
pub fn text(value: &str) -> Typed {
    Typed { ty: PgType::Text, ..Typed::unknown(value) }
}
