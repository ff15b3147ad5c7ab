//! What `pg_type` says of each type: OID, names, storage, category.
//!
//! Comes in: a [`PgType`], an OID or a name. Goes out: PostgreSQL's own numbers and words. Must never: invent a number for a type that PostgreSQL has.

use super::PgType;
use std::borrow::Cow;
use std::sync::Arc;

/// One row of `pg_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRow {
    pub oid: u32,
    /// The array type over it; 0 is none.
    pub array_oid: u32,
    /// `typname`
    pub name: &'static str,
    /// As `format_type` says it without a modifier.
    pub sql_name: &'static str,
    /// `typlen`: bytes, -1 is of variable length, -2 ends with a zero byte
    pub len: i16,
    pub by_value: bool,
    /// `typcategory`
    pub category: char,
    pub preferred: bool,
    pub delimiter: char,
    /// `typalign`
    pub align: char,
    /// The element of a fixed-length array type such as `name`, `oidvector`; 0 is none.
    pub element: u32,
    /// `typtype`: `b` base, `p` pseudo
    pub kind: char,
}

macro_rules! rows {
    ($($variant:ident $oid:literal $array:literal $name:literal $sql:literal $len:literal $val:literal $cat:literal $pref:literal $align:literal $elem:literal $kind:literal;)*) => {
        /// The types that are not made of others.
        const ROWS: &[(PgType, TypeRow)] = &[
            $((PgType::$variant, TypeRow {
                oid: $oid, array_oid: $array, name: $name, sql_name: $sql, len: $len, by_value: $val, category: $cat,
                preferred: $pref, delimiter: ',', align: $align, element: $elem, kind: $kind,
            })),*
        ];

        const fn row_of(ty: &PgType) -> Option<TypeRow> {
            match ty {
                $(PgType::$variant => Some(TypeRow {
                    oid: $oid, array_oid: $array, name: $name, sql_name: $sql, len: $len, by_value: $val, category: $cat,
                    preferred: $pref, delimiter: ',', align: $align, element: $elem, kind: $kind,
                }),)*
                PgType::Record(_) | PgType::Array(_) => None,
            }
        }
    };
}

rows! {
    Bool 16 1000 "bool" "boolean" 1 true 'B' true 'c' 0 'b';
    Bytea 17 1001 "bytea" "bytea" -1 false 'U' false 'i' 0 'b';
    Char 18 1002 "char" "\"char\"" 1 true 'Z' false 'c' 0 'b';
    Name 19 1003 "name" "name" 64 false 'S' false 'c' 18 'b';
    Int8 20 1016 "int8" "bigint" 8 true 'N' false 'd' 0 'b';
    Int2 21 1005 "int2" "smallint" 2 true 'N' false 's' 0 'b';
    Int2Vector 22 1006 "int2vector" "int2vector" -1 false 'A' false 'i' 21 'b';
    Int4 23 1007 "int4" "integer" 4 true 'N' false 'i' 0 'b';
    Regproc 24 1008 "regproc" "regproc" 4 true 'N' false 'i' 0 'b';
    Text 25 1009 "text" "text" -1 false 'S' true 'i' 0 'b';
    Oid 26 1028 "oid" "oid" 4 true 'N' true 'i' 0 'b';
    Tid 27 1010 "tid" "tid" 6 false 'U' false 's' 0 'b';
    Xid 28 1011 "xid" "xid" 4 true 'U' false 'i' 0 'b';
    OidVector 30 1013 "oidvector" "oidvector" -1 false 'A' false 'i' 26 'b';
    Json 114 199 "json" "json" -1 false 'U' false 'i' 0 'b';
    PgNodeTree 194 0 "pg_node_tree" "pg_node_tree" -1 false 'Z' false 'i' 0 'b';
    Float4 700 1021 "float4" "real" 4 true 'N' false 'i' 0 'b';
    Float8 701 1022 "float8" "double precision" 8 true 'N' true 'd' 0 'b';
    Unknown 705 0 "unknown" "unknown" -2 false 'X' false 'c' 0 'p';
    Inet 869 1041 "inet" "inet" -1 false 'I' true 'i' 0 'b';
    AclItem 1033 1034 "aclitem" "aclitem" 12 false 'U' false 'i' 0 'b';
    Bpchar 1042 1014 "bpchar" "character" -1 false 'S' false 'i' 0 'b';
    Varchar 1043 1015 "varchar" "character varying" -1 false 'S' false 'i' 0 'b';
    Date 1082 1182 "date" "date" 4 true 'D' false 'i' 0 'b';
    Time 1083 1183 "time" "time without time zone" 8 true 'D' false 'd' 0 'b';
    Timestamp 1114 1115 "timestamp" "timestamp without time zone" 8 true 'D' false 'd' 0 'b';
    Timestamptz 1184 1185 "timestamptz" "timestamp with time zone" 8 true 'D' true 'd' 0 'b';
    Interval 1186 1187 "interval" "interval" 16 false 'T' true 'd' 0 'b';
    Numeric 1700 1231 "numeric" "numeric" -1 false 'N' false 'i' 0 'b';
    Regprocedure 2202 2207 "regprocedure" "regprocedure" 4 true 'N' false 'i' 0 'b';
    Regoper 2203 2208 "regoper" "regoper" 4 true 'N' false 'i' 0 'b';
    Regoperator 2204 2209 "regoperator" "regoperator" 4 true 'N' false 'i' 0 'b';
    Regclass 2205 2210 "regclass" "regclass" 4 true 'N' false 'i' 0 'b';
    Regtype 2206 2211 "regtype" "regtype" 4 true 'N' false 'i' 0 'b';
    Void 2278 0 "void" "void" 4 true 'P' false 'i' 0 'p';
    Uuid 2950 2951 "uuid" "uuid" 16 false 'U' false 'c' 0 'b';
    Regconfig 3734 3735 "regconfig" "regconfig" 4 true 'N' false 'i' 0 'b';
    Regdictionary 3769 3770 "regdictionary" "regdictionary" 4 true 'N' false 'i' 0 'b';
    Jsonb 3802 3807 "jsonb" "jsonb" -1 false 'U' false 'i' 0 'b';
    Regnamespace 4089 4090 "regnamespace" "regnamespace" 4 true 'N' false 'i' 0 'b';
    Regrole 4096 4097 "regrole" "regrole" 4 true 'N' false 'i' 0 'b';
}

const RECORD: TypeRow = TypeRow {
    oid: 2249,
    array_oid: 2287,
    name: "record",
    sql_name: "record",
    len: -1,
    by_value: false,
    category: 'P',
    preferred: false,
    delimiter: ',',
    align: 'd',
    element: 0,
    kind: 'p',
};

impl PgType {
    /// Its row in `pg_type`; `None` is an array type, whose row follows from its element's.
    #[must_use]
    pub fn row(&self) -> Option<TypeRow> {
        match self {
            PgType::Record(_) => Some(RECORD),
            PgType::Array(_) => None,
            simple => row_of(simple),
        }
    }

    /// Every type that is not made of others, with its row: what `pg_type` lists (and an array type for each that has one).
    pub fn simple() -> impl Iterator<Item = (PgType, TypeRow)> {
        ROWS.iter().cloned()
    }

    /// The OID by which clients know it.
    #[must_use]
    pub fn oid(&self) -> u32 {
        match self {
            PgType::Array(element) => element.array_oid(),
            other => other.row().map_or(0, |row| row.oid),
        }
    }

    /// The OID of the array type over it; 0 is none.
    #[must_use]
    pub fn array_oid(&self) -> u32 {
        self.row().map_or(0, |row| row.array_oid)
    }

    /// `typname`: `int4`, `_int4`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            PgType::Array(element) => Cow::Owned(format!("_{}", element.name())),
            other => Cow::Borrowed(other.row().map_or("", |row| row.name)),
        }
    }

    /// `typlen`
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "pg_type's own word: bytes of a value, not a count")]
    pub fn len(&self) -> i16 {
        self.row().map_or(-1, |row| row.len)
    }

    /// `typcategory`
    #[must_use]
    pub fn category(&self) -> char {
        self.row().map_or('A', |row| row.category)
    }

    /// `typispreferred`
    #[must_use]
    pub fn is_preferred(&self) -> bool {
        self.row().is_some_and(|row| row.preferred)
    }

    /// `typalign`
    #[must_use]
    pub fn align(&self) -> char {
        match self {
            PgType::Array(element) if element.align() == 'd' => 'd',
            PgType::Array(_) => 'i',
            other => other.row().map_or('i', |row| row.align),
        }
    }

    /// `regclass` and its kin, and arrays of them: numbers that are written as names.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        use PgType::*;
        match self {
            Array(element) => element.is_registered(),
            Record(fields) => fields.iter().any(|(_, ty)| ty.is_registered()),
            other => matches!(
                other,
                Regclass
                    | Regtype
                    | Regproc
                    | Regprocedure
                    | Regnamespace
                    | Regrole
                    | Regoper
                    | Regoperator
                    | Regconfig
                    | Regdictionary
            ),
        }
    }

    /// `typbyval`
    #[must_use]
    pub fn is_by_value(&self) -> bool {
        self.row().is_some_and(|row| row.by_value)
    }

    /// The element of an array (also of the vectors of the catalogs).
    #[must_use]
    pub fn element(&self) -> Option<PgType> {
        match self {
            PgType::Array(element) => Some(element.as_ref().clone()),
            PgType::Int2Vector => Some(PgType::Int2),
            PgType::OidVector => Some(PgType::Oid),
            _ => None,
        }
    }

    /// The array over it.
    #[must_use]
    pub fn array(&self) -> PgType {
        PgType::Array(Box::new(self.clone()))
    }

    /// The type that a client names by this OID.
    #[must_use]
    pub fn from_oid(oid: u32) -> Option<PgType> {
        if oid == 0 {
            return None;
        }
        if oid == RECORD.oid {
            return Some(PgType::Record(Arc::from([])));
        }
        ROWS.iter().find_map(|(ty, row)| match oid {
            _ if row.oid == oid => Some(ty.clone()),
            _ if row.array_oid == oid => Some(ty.array()),
            _ => None,
        })
    }

    /// The type called so in `pg_type` (`int4`, `_int4`, `char` for `"char"`), without SQL's own spellings.
    #[must_use]
    pub fn from_typname(name: &str) -> Option<PgType> {
        if let Some((ty, _)) = ROWS.iter().find(|(_, row)| row.name == name) {
            return Some(ty.clone());
        }
        match name.strip_prefix('_') {
            Some(element) => {
                ROWS.iter().find(|(_, row)| row.name == element && row.array_oid != 0).map(|(ty, _)| ty.array())
            }
            None if name == RECORD.name => Some(PgType::Record(Arc::from([]))),
            None => None,
        }
    }
}
