-- An entry is renamed or retired, never deleted: what was published stays readable.
CREATE TABLE taxonomy_entry (
  id                  uuid PRIMARY KEY,
  version             integer      NOT NULL DEFAULT 0,
  taxonomy            varchar(20)  NOT NULL CHECK (taxonomy IN ('FAMILY', 'LEVEL', 'ROLE', 'THEME', 'LEVER',
                        'INSTRUMENT', 'SERVICE_USER', 'NEED', 'RECOGNITION', 'EFFECT')),
  label               varchar(120) NOT NULL CHECK (btrim(label) <> ''),
  rank                integer      NOT NULL CHECK (rank >= 1),
  beyond_concertation boolean      NOT NULL DEFAULT false CHECK (taxonomy = 'LEVEL' OR NOT beyond_concertation),
  retired_on          date
);
CREATE UNIQUE INDEX taxonomy_entry_label_unique ON taxonomy_entry (taxonomy, lower(label)) WHERE retired_on IS NULL;

CREATE TABLE valuation_rate (
  id             uuid PRIMARY KEY,
  version        integer       NOT NULL DEFAULT 0,
  label          varchar(120)  NOT NULL,
  euros_per_hour numeric(6, 2) NOT NULL CHECK (euros_per_hour > 0),
  valid_from     date          NOT NULL UNIQUE,
  source         varchar(300)  NOT NULL
);

INSERT INTO taxonomy_entry (id, taxonomy, label, rank)
SELECT gen_random_uuid(), list.taxonomy, item.label, item.rank
FROM (VALUES
  ('FAMILY', ARRAY['Implication des usagers', 'Richesses humaines', 'Transition environnementale', 'Nouveaux modèles économiques']),
  ('ROLE', ARRAY['Participant', 'Acteur', 'Ambassadeur des valeurs', 'Contributeur', 'Coproducteur', 'Évaluateur',
    'Co-décideur', 'Administrateur ou sociétaire']),
  ('THEME', ARRAY['Faire commun', 'Évaluer avec les usagers', 'Coproduire le service', 'Valoriser l’implication',
    'Interagir avec son territoire', 'Transmettre les valeurs', 'Accueil et aller-vers', 'Gouvernance partagée',
    'La coopération interne', 'Les obligations de l’employeur', 'L’égalité femmes / hommes', 'Les tensions et les conflits',
    'Qualité de vie et espaces de discussion', 'Sens du travail et modèles économiques',
    'Sensibilisation et formation', 'Bilan carbone', 'Achats et déchets', 'Bâtiment et flux', 'Mobilité', 'Numérique', 'Biodiversité']),
  ('LEVER', ARRAY['Transmettre les valeurs', 'Créer des leviers d’engagement', 'Adapter la réponse aux besoins', 'Prendre soin de l’accueil',
    'Évaluer avec les usagers', 'Chantier participatif', 'Comité d’usagers', 'Budget participatif', 'Mentorat',
    'Temps convivial de réflexion', 'Ambassade', 'Entrée au sociétariat', 'Partage de savoir-faire', 'Aller-vers', 'Former',
    'Lever les freins (transport, garde, horaires)', 'Dire ce qui est négociable', 'Rendre compte']),
  ('INSTRUMENT', ARRAY['Atelier', 'Groupe-projet', 'Groupe d’expression', 'Conseil', 'Enquête', 'Instance de gouvernance', 'Événement']),
  ('SERVICE_USER', ARRAY['Bénéficiaire', 'Utilisateur', 'Consommateur', 'Client', 'Habitant', 'Participant d’atelier', 'Spectateur',
    'Mentorée, mentoré', 'Bénévole', 'Adhérent', 'Sociétaire', 'Proche']),
  ('NEED', ARRAY['Diversifier son public', 'Améliorer les liens entre usagers et salariés', 'Autre']),
  ('RECOGNITION', ARRAY['Remerciement', 'Sortie conviviale', 'Responsabilité confiée', 'Visibilité', 'Passeport bénévole', 'Attestation']),
  ('EFFECT', ARRAY['Engagement citoyen', 'Lien social', 'Nouveaux usagers', 'Palette d’activités élargie', 'Ancrage dans le territoire',
    'Relations avec les collectivités', 'Modèle économique pérennisé', 'Sens du travail retrouvé'])
) AS list (taxonomy, labels),
LATERAL unnest(list.labels) WITH ORDINALITY AS item (label, rank);

INSERT INTO taxonomy_entry (id, taxonomy, label, rank, beyond_concertation)
SELECT gen_random_uuid(), 'LEVEL', label, rank, rank >= 4
FROM unnest(ARRAY['Information', 'Consultation', 'Concertation', 'Co-construction', 'Co-décision', 'Portage par les usagers'])
  WITH ORDINALITY AS level (label, rank);

INSERT INTO valuation_rate (id, label, euros_per_hour, valid_from, source)
SELECT gen_random_uuid(), 'SMIC brut horaire', rate.euros, rate.valid_from, 'SMIC brut horaire, indicatif'
FROM (VALUES (10.57, DATE '2022-01-01'), (10.85, DATE '2022-05-01'), (11.07, DATE '2022-08-01'), (11.27, DATE '2023-01-01'),
  (11.52, DATE '2023-05-01'), (11.65, DATE '2024-01-01'), (11.88, DATE '2024-11-01'), (12.02, DATE '2026-01-01')) AS rate (euros, valid_from);
