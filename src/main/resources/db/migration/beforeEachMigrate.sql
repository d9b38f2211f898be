-- A migration takes the time it takes.
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '1min';
SET LOCAL idle_in_transaction_session_timeout = 0;
