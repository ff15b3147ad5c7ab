//! Sets as arrays; the expected values are PostgreSQL 15's `array_agg` over the same calls.

use super::set_returning;
use crate::functions::testing::context;
use crate::plan::typed::Typed;
use crate::types::{PgType, input, text};
use datafusion::logical_expr::Expr;

fn constant(name: &str, value: &str) -> Typed {
    let (ty, context) = (crate::functions::entry::plain_type(name).expect("a type"), context());
    let scalar = input::parse(value, &ty, -1, &context.display, context.clock.statement_time());
    Typed::new(Expr::Literal(scalar.unwrap_or_else(|_| panic!("{value}")), None), ty)
}

fn set(name: &str, arguments: &[(&str, &str)]) -> String {
    let arguments = arguments.iter().map(|(ty, value)| constant(ty, value)).collect();
    let set = set_returning(name, arguments, &context()).expect("a set");
    let Expr::Literal(value, _) = set.list.expr else { panic!("{name} did not fold") };
    text::to_text(&value, &set.list.ty, &context().display).expect("a text").unwrap_or_else(|| "NULL".to_owned())
}

#[test]
fn series() {
    let int4 = |values: &[&str]| set("generate_series", &values.iter().map(|v| ("int4", *v)).collect::<Vec<_>>());
    assert_eq!(int4(&["1", "5"]), "{1,2,3,4,5}");
    assert_eq!(int4(&["5", "1", "-2"]), "{5,3,1}");
    assert_eq!(int4(&["5", "1"]), "{}");
    assert_eq!(int4(&["2147483646", "2147483647"]), "{2147483646,2147483647}");
    let int8 = [("int8", "9223372036854775806"), ("int8", "9223372036854775807"), ("int8", "5")];
    assert_eq!(set("generate_series", &int8), "{9223372036854775806}");
    let numeric = [("numeric", "1.0"), ("numeric", "2"), ("numeric", "0.25")];
    assert_eq!(set("generate_series", &numeric), "{1.0,1.25,1.50,1.75,2.00}");
    let months = [("timestamp", "2024-01-31"), ("timestamp", "2024-04-30"), ("interval", "1 month")];
    assert_eq!(
        set("generate_series", &months),
        "{\"2024-01-31 00:00:00\",\"2024-02-29 00:00:00\",\"2024-03-29 00:00:00\",\"2024-04-29 00:00:00\"}"
    );
    let days = [("date", "2024-01-01"), ("date", "2024-01-02"), ("interval", "1 day")];
    assert_eq!(set("generate_series", &days), "{\"2024-01-01 00:00:00+00\",\"2024-01-02 00:00:00+00\"}");
}

#[test]
fn a_set_has_its_limit_and_its_step() {
    let call = |ty: &str, values: &[&str]| {
        let arguments: Vec<Typed> = values.iter().map(|value| constant(ty, value)).collect();
        set_returning("generate_series", arguments, &context()).expect("a set").list.expr
    };
    // A call that fails is not folded: its failure belongs to the row.
    assert!(!matches!(call("int4", &["1", "100000000"]), Expr::Literal(..)));
    assert!(!matches!(call("int4", &["1", "2", "0"]), Expr::Literal(..)));
}

#[test]
fn elements() {
    assert_eq!(set("unnest", &[("int4[]", "{1,NULL,3}")]), "{1,NULL,3}");
    assert_eq!(set("unnest", &[("int4[]", "{1,2,3}"), ("text[]", "{a}")]), "{\"(1,a)\",\"(2,)\",\"(3,)\"}");
    let array = "[1, \"a,]\\\"b\", {\"k\": [2, 3]}, null]";
    let parts = "{1,\"\\\"a,]\\\\\\\"b\\\"\",\"{\\\"k\\\": [2, 3]}\",\"null\"}";
    assert_eq!(set("jsonb_array_elements", &[("jsonb", array)]), parts);
    assert_eq!(set("jsonb_array_elements_text", &[("jsonb", "[\"a\\u0062\", null, 1.50]")]), "{ab,NULL,1.50}");
    assert_eq!(set("jsonb_object_keys", &[("jsonb", "{\"bb\":1,\"a\":2}")]), "{a,bb}");
    assert_eq!(set("jsonb_each_text", &[("jsonb", "{\"a\":\"x\",\"b\":null}")]), "{\"(a,x)\",\"(b,)\"}");
    assert_eq!(set("json_array_elements", &[("json", "[1 , [2,3]]")]), "{1,\"[2,3]\"}");
    assert_eq!(set("generate_subscripts", &[("text[]", "{a,b}"), ("int4", "1")]), "{1,2}");
    assert_eq!(set("generate_subscripts", &[("text[]", "{a,b}"), ("int4", "1"), ("bool", "t")]), "{2,1}");
}

#[test]
fn columns_are_called_as_postgresql_calls_them() {
    let names = |name: &str, ty: &str, value: &str| {
        let set = set_returning(name, vec![constant(ty, value)], &context()).expect("a set");
        set.columns
    };
    assert_eq!(names("jsonb_array_elements", "jsonb", "[]"), [("value".to_owned(), PgType::Jsonb)]);
    assert_eq!(names("unnest", "text[]", "{}"), [("unnest".to_owned(), PgType::Text)]);
    assert_eq!(
        names("json_each", "json", "{}"),
        [("key".to_owned(), PgType::Text), ("value".to_owned(), PgType::Json)]
    );
}

#[test]
fn keywords_are_postgresqls() {
    let set = set_returning("pg_get_keywords", Vec::new(), &context()).expect("a set");
    assert_eq!(set.columns.len(), 5);
    let Expr::Literal(value, _) = set.list.expr else { panic!("it did not fold") };
    let text = text::to_text(&value, &set.list.ty, &context().display).expect("a text").expect("a value");
    assert!(text.starts_with("{\"(abort,U,t,unreserved,\\\"can be bare label\\\")\""), "{}", &text[..200]);
    assert_eq!(text.matches(",R,").count(), 77);
}
