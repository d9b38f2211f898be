-- School holidays of zone B that the administration took from the ministry's calendar. A back that is not known yet is
-- not published.
CREATE TABLE school_holiday (
  first_day date         PRIMARY KEY CHECK (first_day BETWEEN '2000-01-01' AND '2099-12-31'),
  back      date         CHECK (back > first_day AND back - first_day <= 100),
  name      varchar(100) NOT NULL,
  source    varchar(200) NOT NULL
);
