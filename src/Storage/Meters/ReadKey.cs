using NodaTime;

namespace BillingActors.Storage.Meters;

/// <summary>What identifies a stored register read but for its version.</summary>
internal readonly record struct ReadKey(string ServicePointId, LocalDate On, string Register, string MeterSerial);
