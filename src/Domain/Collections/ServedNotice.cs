using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>The notice that was served for a contract.</summary>
public sealed record ServedNotice(string Id, string ContractId, NoticeDelivery Delivery, LocalDate On);
