using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Takes an application back.</summary>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="ApplicationId">Application.</param>
/// <param name="On">When.</param>
public sealed record RemoveApplication(string ReceiptId, string ApplicationId, LocalDate On);
