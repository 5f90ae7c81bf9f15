using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Something that speaks against a good history.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">The item, order or receipt.</param>
/// <param name="On">When.</param>
/// <param name="Days">How many days late; 0 where it is not about days.</param>
public sealed record DepositMark(DepositMarkKind Kind, string Reference, LocalDate On, int Days);
