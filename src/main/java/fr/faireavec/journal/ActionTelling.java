package fr.faireavec.journal;

import java.util.List;
import java.util.UUID;

/** What another room tells in the story of an action; answered by the rooms above. */
public interface ActionTelling {

	/** In the order of days. */
	List<StoryLine> of(UUID actionId);

}
