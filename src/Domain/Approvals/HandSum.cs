using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>What a person moved by one kind of action on one day, so that splitting evades no limit.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Action">Name of the action.</param>
/// <param name="On">The day.</param>
/// <param name="Minor">Sum, in minor units.</param>
public sealed record HandSum(string PersonId, string Action, LocalDate On, long Minor);
