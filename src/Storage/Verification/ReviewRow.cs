using NodaTime;

namespace BillingActors.Storage.Verification;

/// <summary>The due work of an account as its row has it.</summary>
internal readonly record struct ReviewRow(string Kind, Instant DueAt);
