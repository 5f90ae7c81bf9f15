using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>Lets claims that were written off stand again, so that money that came after all can be applied.</summary>
/// <param name="RecoveryId">Id of the recovery.</param>
/// <param name="WriteOffId">The write-off.</param>
/// <param name="AmountMinor">How much of it, in minor units; more than nothing.</param>
/// <param name="On">The day it counts from.</param>
public sealed record RecoverWriteOff(string RecoveryId, string WriteOffId, long AmountMinor, LocalDate On);
