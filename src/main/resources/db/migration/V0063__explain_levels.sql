-- What an entry means, in a sentence and an example: a scale is chosen from by people who meet it for the first time.

ALTER TABLE taxonomy_entry ADD COLUMN explanation varchar(400) NOT NULL DEFAULT '',
  ADD CONSTRAINT taxonomy_entry_explains_a_scale CHECK (explanation = '' OR taxonomy = 'LEVEL');

UPDATE taxonomy_entry e SET explanation = level.explanation
FROM (VALUES
  ('Information', 'Les usagers savent ce qui est prévu ou décidé. Par exemple : les horaires et le projet de l’année affichés à l’accueil.'),
  ('Consultation', 'On demande leur avis, et l’équipe décide ensuite. Par exemple : une enquête sur les ateliers à garder.'),
  ('Concertation', 'On cherche ensemble, plusieurs fois, et l’équipe tranche en disant pourquoi. Par exemple : un groupe d’usagers qui prépare avec elle le nouvel accueil.'),
  ('Co-construction', 'Usagers et équipe font la chose ensemble, de l’idée au résultat. Par exemple : un atelier imaginé, animé et évalué à plusieurs.'),
  ('Co-décision', 'La décision se prend à voix égales. Par exemple : un comité d’usagers qui vote avec l’équipe l’emploi d’un budget.'),
  ('Portage par les usagers', 'Les usagers décident et font eux-mêmes, l’équipe soutient. Par exemple : un jardin partagé tenu par celles et ceux qui y viennent.')
) AS level (label, explanation)
WHERE e.taxonomy = 'LEVEL' AND e.label = level.label;
