-- Reports of mail servers about none of our letters that could be recognised: the
-- beginning of what they say, for somebody to read. The latest ones only.
CREATE TABLE mail_report (
  id       uuid          PRIMARY KEY,
  heard_at timestamptz   NOT NULL,
  sender   varchar(254)  NOT NULL,
  subject  varchar(300)  NOT NULL,
  words    varchar(4000) NOT NULL
);
CREATE INDEX mail_report_newest ON mail_report (heard_at DESC, id DESC);
