package fr.faireavec.web;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/**
 * The ids of what was ticked: one that is empty was not ticked, and none is a list of
 * several.
 */
class TickedIds implements ConditionalGenericConverter {

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, Collection.class),
				new ConvertiblePair(String[].class, Collection.class));
	}

	@Override
	public boolean matches(TypeDescriptor source, TypeDescriptor target) {
		TypeDescriptor element = target.getElementTypeDescriptor();
		return element != null && element.getType() == UUID.class;
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
		if (source == null) {
			return null;
		}
		String[] sent = (source instanceof String[] several) ? several : new String[] { (String) source };
		Collection<UUID> ticked = CollectionFactory.createCollection(targetType.getType(), UUID.class, sent.length);
		Stream.of(sent)
			.filter(Objects::nonNull)
			.map(String::strip)
			.filter((id) -> !id.isEmpty())
			.map(UUID::fromString)
			.forEach(ticked::add);
		return ticked;
	}

}
