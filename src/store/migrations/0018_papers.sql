CREATE TABLE "gongkai"."paper_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"paper" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"event" text NOT NULL,
	"said" text NOT NULL,
	"deliveries" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."papers" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"unit" text,
	"state" text NOT NULL,
	"drawn" jsonb NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"basis" text NOT NULL,
	"edits" jsonb NOT NULL,
	"evidence" text[] NOT NULL,
	"series" text,
	"number_year" integer,
	"number_place" integer,
	"number" text,
	"begun_by" text NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"released_by" text,
	"released_at" timestamp (3) with time zone,
	"answer_by" date,
	"corrects" text,
	"stamp" text NOT NULL,
	CONSTRAINT "papers_number" UNIQUE("series","number_year","number_place")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."paper_entries" ADD CONSTRAINT "paper_entries_paper_papers_id_fk" FOREIGN KEY ("paper") REFERENCES "gongkai"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_entries_paper" ON "gongkai"."paper_entries" USING btree ("paper","at");--> statement-breakpoint
CREATE INDEX "papers_newest" ON "gongkai"."papers" USING btree ("begun_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "papers_corrects" ON "gongkai"."papers" USING btree ("corrects");