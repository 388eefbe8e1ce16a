CREATE TABLE "gongkai"."closings" (
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"revision" integer NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"as_of" date NOT NULL,
	"run" text NOT NULL,
	"figures" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "closings_from_day_to_day_revision_pk" PRIMARY KEY("from_day","to_day","revision")
);
