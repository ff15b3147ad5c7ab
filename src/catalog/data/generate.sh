#!/usr/bin/env bash
# Reads PostgreSQL's own description of its system catalogs into the tables beside this script, so that Tollgate's have the same columns, types and OIDs.
# usage: generate.sh CONNECTION-STRING, of a fresh PostgreSQL 15
set -euo pipefail
cd "$(dirname "$0")"
export PGTZ=UTC
dump() { psql -X -q -v ON_ERROR_STOP=1 "$connection" -c "COPY ($2) TO STDOUT (FORMAT text, HEADER true)" > "$1.tsv"; }
connection=${1:?usage: generate.sh CONNECTION-STRING}

dump columns "
  SELECT n.nspname AS schema, c.relname AS relation, c.relkind AS kind, c.oid::int8 AS oid, c.reltype::int8 AS reltype, a.attnum, a.attname AS name,
         coalesce(b.typname, t.typname) AS type,
         CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS typmod, a.attnotnull AS not_null
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
  WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('pg_catalog', 'information_schema') AND a.attnum > 0 AND NOT c.relname ~ '^_pg_'
  ORDER BY 1, 2, a.attnum"
for relation in pg_am pg_cast pg_language pg_operator pg_opclass pg_opfamily pg_range pg_tablespace pg_ts_config pg_ts_dict pg_ts_parser pg_ts_template pg_aggregate; do
  columns=$(psql -XAtq "$connection" -c "
    SELECT string_agg(CASE WHEN format_type(atttypid, NULL) LIKE 'reg%' THEN format('%1\$I::oid::int8 AS %1\$I', attname) ELSE format('%I', attname) END, ', ' ORDER BY attnum)
    FROM pg_attribute WHERE attrelid = '$relation'::regclass AND attnum > 0")
  dump "$relation" "SELECT $columns FROM $relation ORDER BY 1, 2"
done
dump pg_collation "SELECT * FROM pg_collation WHERE oid < 16384 AND collname IN ('default', 'C', 'POSIX', 'ucs_basic') ORDER BY 1"
types=$(psql -XAtq "$connection" -c "
  SELECT string_agg(CASE WHEN format_type(atttypid, NULL) LIKE 'reg%' THEN format('%1\$I::oid::int8 AS %1\$I', attname) ELSE format('%I', attname) END, ', ' ORDER BY attnum)
  FROM pg_attribute WHERE attrelid = 'pg_type'::regclass AND attnum > 0")
dump pg_type "
  SELECT $types FROM pg_type t WHERE typtype <> 'c' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typtype = 'c' AND e.oid <> 2249) ORDER BY oid"
procs=$(psql -XAtq "$connection" -c "
  SELECT string_agg(CASE WHEN attname = 'prosrc' THEN 'proname::text AS prosrc' WHEN format_type(atttypid, NULL) LIKE 'reg%' THEN format('%1\$I::oid::int8 AS %1\$I', attname) ELSE format('%I', attname) END, ', ' ORDER BY attnum)
  FROM pg_attribute WHERE attrelid = 'pg_proc'::regclass AND attnum > 0")
dump pg_proc "
  SELECT $procs FROM pg_proc WHERE pronamespace = 11 AND proname !~ '^(binary_upgrade_|pg_stat_|gin|gist|brin|spg|hash|bt|pg_logical|pg_replication|lo_|ts_|ri_|RI_|pg_wal|pg_ls_|pg_read|pg_advisory|pg_create|pg_drop|pg_copy|fmgr|heap_|amvalidate)' ORDER BY oid"
dump descriptions "
  SELECT classoid::regclass::text AS catalog, objoid::int8 AS oid, description FROM pg_description
  WHERE objsubid = 0 AND classoid IN ('pg_type'::regclass, 'pg_am'::regclass, 'pg_language'::regclass, 'pg_namespace'::regclass, 'pg_collation'::regclass) AND objoid < 14000 ORDER BY 1, 2"
