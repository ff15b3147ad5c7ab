# What is sent to a PostgreSQL for each statement, or why it is not sent whole. Written anew with TOLLGATE_UPDATE=1.

select count(*) from exp.flag_evaluations
----
?

select flag_key, count(*) n from exp.flag_evaluations group by flag_key order by n desc, flag_key
----
?

select flag_key, variant_key, count(distinct unit_id_hash) from exp.flag_evaluations group by 1,2 order by 1,2
----
?

select date_trunc('day', "timestamp") d, count(*) from exp.flag_evaluations group by 1 order by 1
----
?

select event_type, sum(event_value), avg(event_value), min(event_value), max(event_value) from exp.events group by 1 order by 1
----
?

select metric_name, sum(metric_value), avg(metric_value), max(metric_value) from exp.metric_revenue group by 1 order by 1
----
?

select metric_value, count(*) from exp.metric_revenue group by 1 order by 1 limit 20
----
?

select a.variant_id, count(*), sum(e.event_value) from exp.assignments a join exp.events e on a.user_id = e.user_id and e.occurred_at >= a.assigned_at group by 1 order by 1
----
?

select a.user_id from exp.assignments a left join exp.events e using (user_id) where e.user_id is null order by 1
----
?

select user_id from exp.assignments where user_id in (select user_id from exp.events where event_type = 'purchase') order by 1
----
?

select user_id from exp.assignments where user_id not in (select user_id from exp.events) order by 1
----
?

select user_id from exp.assignments a where exists (select 1 from exp.events e where e.user_id = a.user_id) order by 1 limit 10
----
?

select user_id from exp.assignments a where not exists (select 1 from exp.events e where e.user_id = a.user_id) order by 1
----
?

select user_id from exp.assignments union select user_id from exp.events order by 1 limit 20
----
?

select user_id from exp.assignments union all select user_id from exp.events order by 1 limit 20
----
?

select user_id from exp.assignments intersect select user_id from exp.events order by 1 limit 20
----
?

select user_id from exp.assignments except select user_id from exp.events order by 1
----
?

select user_id, event_type, row_number() over (partition by user_id order by occurred_at, event_type) from exp.events order by 1,3 limit 20
----
?

select user_id, event_value, sum(event_value) over (partition by user_id order by occurred_at rows between 2 preceding and current row) from exp.events order by user_id, occurred_at limit 30
----
?

select event_type, lag(event_type) over (order by occurred_at, user_id), lead(event_value, 2) over (order by occurred_at, user_id) from exp.events order by occurred_at, user_id limit 20
----
?

select distinct on (user_id) user_id, event_type, occurred_at from exp.events order by user_id, occurred_at desc limit 10
----
?

select distinct event_type from exp.events order by 1
----
?

select event_type, string_agg(distinct user_id, ',' order by user_id) from exp.events group by 1 order by 1
----
?

select event_type, array_agg(event_value order by occurred_at, user_id) from exp.events group by 1 order by 1
----
?

select percentile_cont(0.5) within group (order by event_value) from exp.events
----
?

select event_type, count(*) filter (where event_value > 10) from exp.events group by 1 order by 1
----
?

select grouping(event_type), event_type, count(*) from exp.events group by rollup(event_type) order by 1,2
----
?

select case when event_value > 50 then 'big' when event_value is null then 'none' else 'small' end k, count(*) from exp.events group by 1 order by 1
----
?

select coalesce(event_value, 0) v from exp.events order by v desc limit 5
----
?

select nullif(event_type, 'purchase') t, count(*) from exp.events group by 1 order by 1
----
?

select upper(event_type), length(event_type), substring(event_type from 1 for 3), event_type like 'p%' from exp.events order by 1 limit 5
----
?

select variant_value->>'type', count(*) from exp.flag_evaluations group by 1 order by 1
----
?

select variant_value->'value' v, count(*) from exp.flag_evaluations group by 1 order by 1
----
?

select unit_id_hash, count(*) from exp.flag_evaluations group by 1 order by 2 desc, 1 limit 5
----
?

select unit_id_hash from exp.metric_revenue order by 1 limit 3
----
?

select extract(hour from "timestamp") h, count(*) from exp.flag_evaluations group by 1 order by 1
----
?

select to_char("timestamp", 'YYYY-MM-DD HH24') h, count(*) from exp.flag_evaluations group by 1 order by 1 limit 10
----
?

select "timestamp" - interval '1 day', "timestamp" + interval '1 month' from exp.flag_evaluations order by 1 limit 5
----
?

select age("timestamp", ingested_at) from exp.flag_evaluations order by "timestamp", evaluation_id limit 5
----
?

select * from exp.assignments order by user_id, experiment_id limit 5
----
?

select count(*), count(event_value), sum(1) from exp.events where false
----
?

select 1/(event_value::int - event_value::int) from exp.events where event_value is not null
----
?

select event_type::int from exp.events
----
?

select (select max(event_value) from exp.events), (select count(*) from exp.assignments)
----
?

select user_id, (select count(*) from exp.events e where e.user_id = a.user_id) n from exp.assignments a order by 1, n limit 10
----
?

select (select user_id from exp.assignments)
----
?

with x as (select user_id, count(*) n from exp.events group by 1) select n, count(*) from x group by 1 order by 1
----
?

with recursive r(n) as (select 1 union all select n+1 from r where n < 5) select r.n, count(*) from r, exp.events group by 1 order by 1
----
?

select d, count(e.user_id) from generate_series('2026-11-01'::date, '2026-11-05'::date, '1 day') d left join exp.events e on e.occurred_at::date = d group by 1 order by 1
----
?

select * from (values (1,'a'),(2,'b')) v(n,t) cross join (select count(*) c from exp.events) x order by 1
----
?

select 1.5 + metric_value, round(metric_value, 1), trunc(metric_value), metric_value::int, metric_value * 2.25, metric_value / 3 from exp.metric_revenue order by metric_value, 1 limit 10
----
?

select 1.50 as x, 'a' as y, null as z, 5 as n, user_id from exp.assignments order by user_id limit 2
----
?

select stddev(event_value), variance(event_value), corr(event_value, event_value) from exp.events
----
?

select ntile(4) over (order by occurred_at, user_id), rank() over (order by event_type), dense_rank() over (order by event_type) from exp.events order by 1,2,3 limit 10
----
?

select count(*) over (), user_id from exp.assignments order by user_id limit 3
----
?

select user_id from exp.events order by event_value desc nulls last, user_id limit 5 offset 3
----
?

select bool_and(event_value > 0), bool_or(event_value > 100), every(event_type <> '') from exp.events
----
?

select json_agg(event_type order by occurred_at, user_id) from (select * from exp.events order by occurred_at, user_id limit 3) x
----
?

select jsonb_build_object('a', event_type, 'n', event_value) from exp.events order by occurred_at, user_id limit 3
----
?

select row_to_json(x) from (select user_id from exp.assignments order by 1 limit 1) x
----
?

select event_type in ('purchase', 'click'), event_value between 1 and 10, count(*) from exp.events group by 1,2 order by 1,2
----
?

select user_id ~ '^u', user_id similar to '%1', regexp_replace(user_id, '[0-9]+', 'N') from exp.assignments order by 1,2,3 limit 4
----
?

select greatest(event_value, 5), least(event_type, 'm') from exp.events order by 1,2 limit 5
----
?

select count(*) from exp.events where occurred_at::date = '2026-11-10'
----
?

select a.user_id, e.user_id from exp.assignments a full join exp.events e on a.user_id = e.user_id order by 1,2 limit 10
----
?

select evaluation_id from exp.flag_evaluations where evaluation_id > '0' order by evaluation_id limit 3
----
?

select split_part(flag_key, '-', 1), count(*) from exp.flag_evaluations group by 1 order by 1
----
?

select md5(flag_key), lpad(flag_key, 5, '*'), reverse(flag_key), position('e' in flag_key), strpos(flag_key,'e'), initcap(flag_key), repeat(flag_key, 2) from exp.flag_evaluations order by 1 limit 3
----
?

select sum(manifest_version), avg(manifest_version), sum(schema_version) from exp.flag_evaluations
----
?

select user_id, array_length(array_agg(event_type), 1) from exp.events group by 1 having count(*) > 3 order by 2 desc, 1 limit 5
----
?

select mode() within group (order by event_type) from exp.events
----
?

select event_type, event_value is distinct from 5 from exp.events order by 1,2 limit 3
----
?

select user_id from exp.events where event_value > any(select event_value from exp.events where event_type='purchase') order by 1 limit 3
----
?

select user_id from exp.events where event_value >= all(select event_value from exp.events where event_value is not null) order by 1
----
?

select date_part('dow', occurred_at), to_char(occurred_at, 'Dy'), occurred_at at time zone 'Europe/Berlin' from exp.events order by occurred_at, user_id limit 3
----
?

select occurred_at::text a, event_value::text, occurred_at::date::text from exp.events e order by e.occurred_at, e.user_id limit 3
----
?

select first_value(event_type) over w, last_value(event_type) over w, nth_value(event_type, 2) over w from exp.events window w as (partition by user_id order by occurred_at, event_type) order by 1,2,3 limit 5
----
?

select avg(event_value) over (order by occurred_at range between interval '1 day' preceding and current row) from exp.events order by occurred_at, user_id limit 5
----
?

select event_type || '-' || user_id, concat(event_type, 1, true, null), format('%s:%s', event_type, user_id) from exp.events order by 1 limit 3
----
?

select true and event_value > 3, not (event_value > 3), event_value > 3 is unknown from exp.events order by 1,2,3 limit 3
----
?

select any_value(event_type) is not null from exp.events
----
?

select approx_count_distinct(user_id) > 0 from exp.events
----
?

select unnest(array[1,2]), user_id from exp.assignments order by 2,1 limit 4
----
?

select count(*) from exp.events e1 join exp.events e2 on e1.occurred_at < e2.occurred_at and e1.user_id = e2.user_id
----
?

select sum(c) from (select count(*) c from exp.events group by user_id limit 10000) x
----
?

