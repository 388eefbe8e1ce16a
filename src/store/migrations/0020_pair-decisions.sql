CREATE TABLE "gongkai"."pair_decisions" (
	"rule" text NOT NULL,
	"call" text NOT NULL,
	"answer" text NOT NULL,
	"accepted" boolean NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pair_decisions_rule_call_answer_pk" PRIMARY KEY("rule","call","answer")
);
