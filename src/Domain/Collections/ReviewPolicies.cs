using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;

namespace BillingActors.Domain.Collections;

/// <summary>The policies that what comes due by itself is done by.</summary>
public sealed record ReviewPolicies(DunningPolicy Dunning, DisputePolicy Disputes, DepositPolicy Deposits);
