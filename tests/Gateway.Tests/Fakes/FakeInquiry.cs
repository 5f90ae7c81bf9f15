using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Inquiries;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Answers every question with what was asked, so that a test sees what came through.</summary>
internal sealed class FakeInquiry(string key) : IBillInquiryGrain
{
    private static readonly ExplainedBillView Bill =
        new(null, null, new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), 0);

    public Task<Reply<ExplanationView>> Explain(ExplainInvoice question, CancellationToken cancellation) =>
        Task.FromResult(question.Against == "last-year"
            ? Reply<ExplanationView>.No("comparison-unknown", "There is no invoice a year before.")
            : new Reply<ExplanationView>(new ExplanationView(
                Bill, Bill, "AUD", 0, [], [], [key, question.InvoiceId, question.Against])));

    public Task<Reply<WhatIfView>> WhatIf(WhatIfQuestion question, CancellationToken cancellation) =>
        Task.FromResult(Reply<WhatIfView>.No("contract-unknown", $"{key} has no contract {question.ContractId}."));
}
