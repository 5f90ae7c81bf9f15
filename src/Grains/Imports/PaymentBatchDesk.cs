using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Cash;
using NodaTime;

namespace BillingActors.Grains.Imports;

/// <summary>What the payments of one batch and one legal entity have in common.</summary>
internal sealed record PaymentBatchDesk(
    CommandContext Context, DateTimeZone Zone, CashPolicyRecord Policy, LocalDate BookedOn);
