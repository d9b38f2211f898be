-- What a programme works with: its themes, its levers, its scale if it has one. A parcours owns its own copy.
CREATE TABLE framework (
  id          uuid PRIMARY KEY,
  version     integer NOT NULL DEFAULT 0,
  asks_people boolean NOT NULL
);
CREATE TABLE framework_entry (
  framework_id uuid    NOT NULL REFERENCES framework,
  entry_id     uuid    NOT NULL REFERENCES taxonomy_entry,
  position     integer NOT NULL,
  PRIMARY KEY (framework_id, entry_id)
);

CREATE TABLE parcours_template (
  id            uuid PRIMARY KEY,
  version       integer       NOT NULL DEFAULT 0,
  code          varchar(30)   NOT NULL UNIQUE,
  title         varchar(120)  NOT NULL,
  family_id     uuid          NOT NULL REFERENCES taxonomy_entry,
  framework_id  uuid          NOT NULL UNIQUE REFERENCES framework,
  description   varchar(2000) NOT NULL
);
CREATE TABLE template_session (
  id               uuid PRIMARY KEY,
  template_id      uuid          NOT NULL REFERENCES parcours_template,
  rank             integer       NOT NULL CHECK (rank BETWEEN 1 AND 12),
  title            varchar(150)  NOT NULL,
  objectives       varchar(2000) NOT NULL DEFAULT '',
  duration_minutes integer       NOT NULL CHECK (duration_minutes BETWEEN 60 AND 480),
  UNIQUE (template_id, rank)
);
CREATE TABLE template_meeting (
  id                 uuid PRIMARY KEY,
  template_id        uuid         NOT NULL REFERENCES parcours_template,
  rank               integer      NOT NULL CHECK (rank BETWEEN 1 AND 6),
  after_session_rank integer      NOT NULL CHECK (after_session_rank BETWEEN 1 AND 12),
  purpose            varchar(150) NOT NULL,
  UNIQUE (template_id, rank)
);

CREATE TEMPORARY TABLE shipped (code text, title text, family text, asks_people boolean, has_scale boolean, description text,
  sessions text[], objectives text[], themes text[], levers text[]) ON COMMIT DROP;
INSERT INTO shipped VALUES
('implication-usagers', 'Implication des usagers', 'Implication des usagers', true, true,
 'Faire avec, au lieu de faire pour : échanger entre pairs, s’approprier des outils, faire l’état du déjà-là et expérimenter avec les usagers.',
 ARRAY['Faire commun : qui sont nos usagers ?', 'Le déjà-là, transmettre ses valeurs', 'Accueillir, créer des leviers d’engagement',
   'Coproduire le service : co-construction du service', 'Valoriser l’implication, monétaire et non monétaire',
   'Évaluer avec les usagers, interagir avec son territoire', 'Retours collectifs sur les actions mises en place'],
 ARRAY['Ouvrir le débat avec le jeu de cartes : qui sont nos usagers, et quelles sont nos pratiques ?',
   'Faire l’état des lieux du déjà-là et dire les valeurs que l’on veut transmettre.',
   'Prendre soin de l’accueil et repérer les leviers qui donnent envie de s’engager.',
   'Construire une part du service avec les usagers, en disant ce qui est négociable.',
   'Reconnaître l’implication, avec ou sans argent, et la compter justement.',
   'Évaluer avec les usagers et relier l’action au territoire.',
   'Raconter ce qui a été essayé, ce qui a pris, ce qui a été appris.'],
 ARRAY['Faire commun', 'Évaluer avec les usagers', 'Coproduire le service', 'Valoriser l’implication', 'Interagir avec son territoire',
   'Transmettre les valeurs', 'Accueil et aller-vers', 'Gouvernance partagée'],
 ARRAY['Transmettre les valeurs', 'Créer des leviers d’engagement', 'Adapter la réponse aux besoins', 'Prendre soin de l’accueil',
    'Évaluer avec les usagers', 'Chantier participatif', 'Comité d’usagers', 'Budget participatif', 'Mentorat',
    'Temps convivial de réflexion', 'Ambassade', 'Entrée au sociétariat', 'Partage de savoir-faire', 'Aller-vers', 'Former',
    'Lever les freins (transport, garde, horaires)', 'Dire ce qui est négociable', 'Rendre compte']),
('richesses-humaines', 'Richesses humaines', 'Richesses humaines', false, false,
 'Considérer l’humain comme une richesse : coopération, obligations de l’employeur, égalité, tensions, qualité de vie et sens du travail.',
 ARRAY['La coopération interne', 'Obligations de l’employeur', 'L’égalité femmes / hommes', 'Les tensions et les conflits, on s’en occupe',
   'Qualité de vie et espaces de discussion', 'Employeurs bénévoles, modèles économiques, sens du travail', 'Retours collectifs'],
 ARRAY[]::text[],
 ARRAY['La coopération interne', 'Les obligations de l’employeur', 'L’égalité femmes / hommes', 'Les tensions et les conflits',
   'Qualité de vie et espaces de discussion', 'Sens du travail et modèles économiques'],
 ARRAY['Former', 'Partage de savoir-faire', 'Temps convivial de réflexion', 'Mentorat', 'Dire ce qui est négociable', 'Rendre compte']),
('transition-environnementale', 'Transition environnementale', 'Transition environnementale', false, false,
 'Comprendre ses impacts, les mesurer et les réduire : achats, déchets, bâtiment, flux, mobilité, numérique et biodiversité.',
 ARRAY['Sensibilisation et formation', 'Méthodologie', 'Bilan carbone', 'Réduire ses impacts', 'Achats, déchets, bâtiment, flux',
   'Mobilité, numérique, biodiversité', 'Retours collectifs'],
 ARRAY[]::text[],
 ARRAY['Sensibilisation et formation', 'Bilan carbone', 'Achats et déchets', 'Bâtiment et flux', 'Mobilité', 'Numérique', 'Biodiversité'],
 ARRAY['Former', 'Partage de savoir-faire', 'Chantier participatif', 'Adapter la réponse aux besoins', 'Rendre compte']);

DO $$
DECLARE
  s shipped%ROWTYPE;
  the_framework uuid;
  the_template uuid;
BEGIN
  FOR s IN SELECT * FROM shipped LOOP
    the_framework := gen_random_uuid();
    the_template := gen_random_uuid();
    INSERT INTO framework (id, asks_people) VALUES (the_framework, s.asks_people);
    INSERT INTO framework_entry (framework_id, entry_id, position)
      SELECT the_framework, e.id, t.position FROM unnest(s.themes) WITH ORDINALITY AS t (label, position)
        JOIN taxonomy_entry e ON e.taxonomy = 'THEME' AND e.label = t.label
      UNION ALL
      SELECT the_framework, e.id, t.position FROM unnest(s.levers) WITH ORDINALITY AS t (label, position)
        JOIN taxonomy_entry e ON e.taxonomy = 'LEVER' AND e.label = t.label
      UNION ALL
      SELECT the_framework, e.id, e.rank FROM taxonomy_entry e WHERE e.taxonomy = 'LEVEL' AND s.has_scale;
    INSERT INTO parcours_template (id, code, title, family_id, framework_id, description)
      SELECT the_template, s.code, s.title, e.id, the_framework, s.description
        FROM taxonomy_entry e WHERE e.taxonomy = 'FAMILY' AND e.label = s.family;
    INSERT INTO template_session (id, template_id, rank, title, objectives, duration_minutes)
      SELECT gen_random_uuid(), the_template, d.rank, d.title, coalesce(s.objectives[d.rank], ''), 360
        FROM unnest(s.sessions) WITH ORDINALITY AS d (title, rank);
    INSERT INTO template_meeting (id, template_id, rank, after_session_rank, purpose) VALUES
      (gen_random_uuid(), the_template, 1, 2, 'Le déjà-là et la première action'),
      (gen_random_uuid(), the_template, 2, 5, 'Les avancées et les obstacles');
  END LOOP;
END
$$;
