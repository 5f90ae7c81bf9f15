using NodaTime;

namespace BillingActors.Storage.Meters;

/// <summary>What identifies a stored day but for its version.</summary>
internal readonly record struct DayKey(string ServicePointId, LocalDate Day, string Channel);
