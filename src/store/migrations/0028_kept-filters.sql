CREATE TABLE "gongkai"."kept_filters" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "kept_filters_name" UNIQUE("person","list","name")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."kept_filters" ADD CONSTRAINT "kept_filters_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "gongkai"."people"("id") ON DELETE cascade ON UPDATE no action;