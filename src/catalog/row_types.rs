//! The types that relations bring with them: one of their rows, and one of arrays of those.
//!
//! Comes in: the role's [`CatalogView`]. Goes out: rows of `pg_type`. Must never: name a relation that the role can't read.

use super::cell::{Cell, Rows};
use super::view::{CatalogView, OWNER, RowType};

/// record_in and its kin, array_in and its kin, array_subscript_handler and array_typanalyze, by PostgreSQL's numbers.
const RECORD: [u32; 4] = [2290, 2291, 2402, 2403];
const ARRAY: [u32; 4] = [750, 751, 2400, 2401];
const SUBSCRIPTS: u32 = 6179;
const ANALYZES: u32 = 3816;

pub fn append(rows: &mut Rows, view: &CatalogView) {
    for (oid, RowType { relation, number, array, counterpart }) in view.row_types() {
        let [input, output, receive, send] = if *array { ARRAY } else { RECORD };
        let element = |there: bool, oid: u32| Cell::Oid(if there { oid } else { 0 });
        let name = if *array { format!("_{}", relation.name) } else { relation.name.clone() };
        rows.push(vec![
            ("oid", Cell::Oid(*oid)),
            ("typname", name.into()),
            ("typnamespace", Cell::Oid(view.schema_oid(&relation.schema).unwrap_or(0))),
            ("typowner", Cell::Oid(OWNER)),
            ("typlen", Cell::Int(-1)),
            ("typtype", if *array { "b" } else { "c" }.into()),
            ("typcategory", if *array { "A" } else { "C" }.into()),
            ("typisdefined", true.into()),
            ("typdelim", ",".into()),
            ("typrelid", element(!*array, *number)),
            ("typsubscript", element(*array, SUBSCRIPTS)),
            ("typelem", element(*array, *counterpart)),
            ("typarray", element(!*array, *counterpart)),
            ("typinput", Cell::Oid(input)),
            ("typoutput", Cell::Oid(output)),
            ("typreceive", Cell::Oid(receive)),
            ("typsend", Cell::Oid(send)),
            ("typanalyze", element(*array, ANALYZES)),
            ("typalign", "d".into()),
            ("typstorage", "x".into()),
            ("typtypmod", Cell::Int(-1)),
        ]);
    }
}
