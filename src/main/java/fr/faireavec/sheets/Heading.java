package fr.faireavec.sheets;

import java.util.List;

/** What every document about a parcours begins with, and who pays for it. */
public record Heading(String parcours, String programme, List<Support> supports) {
}
