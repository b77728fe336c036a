-- The decision rule agreed for a statement of conformity is one of those that reports are written by, or another in words.
-- What was written before is taken for one of them only where it says so and nothing more.
CREATE FUNCTION pg_temp.chosen(agreement jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT agreement - 'decisionRule' || CASE
        WHEN said IN ('简单接受', '简单接受规则', '简单验收', 'simple acceptance')
            THEN '{"decisionRule": "SIMPLE_ACCEPTANCE"}'::jsonb
        WHEN said IN ('以u为保护带', '保护带w=u', '防护带w=u', 'a guard band of u', 'guard band of u', 'guard band w = u')
            THEN '{"decisionRule": "GUARDED_ACCEPTANCE"}'
        ELSE jsonb_build_object('otherRule', agreement ->> 'decisionRule') END
    FROM (SELECT lower(btrim(agreement ->> 'decisionRule', ' 。.；;')) AS said) AS words
$$;
UPDATE demand SET agreement = pg_temp.chosen(agreement) WHERE agreement ->> 'decisionRule' IS NOT NULL;
UPDATE quote_request SET asked = jsonb_set(asked, '{agreement}', pg_temp.chosen(asked -> 'agreement'))
WHERE asked #>> '{agreement,decisionRule}' IS NOT NULL;

ALTER TABLE demand
    ADD CONSTRAINT demand_decision_rule_known CHECK (
        agreement ->> 'decisionRule' IN ('SIMPLE_ACCEPTANCE', 'GUARDED_ACCEPTANCE', 'GUARDED_NON_BINARY')),
    ADD CONSTRAINT demand_one_decision_rule CHECK (
        agreement ->> 'decisionRule' IS NULL OR agreement ->> 'otherRule' IS NULL);
