using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>A step of a refund that was asked for.</summary>
/// <param name="RefundId">Refund.</param>
/// <param name="Kind">Which step.</param>
/// <param name="On">When.</param>
/// <param name="Note">Reference of the payment, or the code it came back with.</param>
public sealed record RefundStep(string RefundId, RefundStepKind Kind, LocalDate On, string? Note = null);
