using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>The level an item has reached and the day of the letter that raised it.</summary>
public sealed record DunnedItem(string ItemId, int Level, LocalDate LetterOn);
