-- The départements of a funder, whose structures it reads apart in a bilan: codes, « 02, 59 ».

ALTER TABLE funder ADD COLUMN departements varchar(500) NOT NULL DEFAULT '';

-- Where the territory was told as codes, it becomes them.
UPDATE funder SET departements = regexp_replace(btrim(upper(territory)), '[ ,;]+', ', ', 'g'), territory = ''
WHERE length(territory) <= 80
  AND btrim(upper(territory)) ~
    '^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4678])([ ,;]+(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4678]))*$';

ALTER TABLE funder ADD CONSTRAINT funder_departements_check
  CHECK (departements ~
    '^((0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4678])(, (0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4678]))*)?$');
