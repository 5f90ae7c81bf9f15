using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Inquiries;

namespace BillingActors.Grains.Interfaces;

/// <summary>Answers questions about the bills of an account, keyed "entity/account"; it stores nothing.</summary>
[Alias("bill-inquiry")]
public interface IBillInquiryGrain : IGrainWithStringKey
{
    /// <summary>Why an invoice comes to another total than another one of the account.</summary>
    [Alias("explain")]
    Task<Reply<ExplanationView>> Explain(ExplainInvoice question, CancellationToken cancellation);

    /// <summary>What days of the past would have cost on another tariff, by the calculation of the bill runs.</summary>
    [Alias("what-if")]
    Task<Reply<WhatIfView>> WhatIf(WhatIfQuestion question, CancellationToken cancellation);
}
