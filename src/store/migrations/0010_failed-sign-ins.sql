CREATE TABLE "gongkai"."failed_sign_ins" (
	"person" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"last" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gongkai"."failed_sign_ins" ADD CONSTRAINT "failed_sign_ins_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "gongkai"."people"("id") ON DELETE cascade ON UPDATE no action;