using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>A letter in short; the event that sent it says all that stands in it.</summary>
public sealed record SentLetter(string Id, int Level, LocalDate On, long AskedMinor, long FeeMinor);
