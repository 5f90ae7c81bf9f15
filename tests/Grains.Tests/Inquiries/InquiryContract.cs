using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Reports;

namespace BillingActors.Grains.Tests.Inquiries;

/// <summary>What questions about bills are answered, over every database.</summary>
public abstract class InquiryContract(BillingEngine engine)
{
    private static readonly DateOnly March = new(2025, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bill_is_explained_against_the_one_before_it_to_the_last_cent()
    {
        // January: 31 days, 100 kWh, 67.10. February: 28 days, 200 kWh, of which the read is estimated: 96.80.
        var desk = await TwoMonths(estimated: true);
        var invoice = await Newest(desk);

        var explained = Desk.Succeeded(await Inquiry(desk).Explain(
            new ExplainInvoice(invoice.InvoiceId, "previous"), Cancellation));

        Assert.Equal((6710, 9680, 2970), (
            explained.Before.TotalMinor, explained.After.TotalMinor, explained.DifferenceMinor));
        // 3 days less are 3.00 and 100 × 3/31 × 0.30 = 2.90 less; the rest is use, two thirds of it estimated.
        Assert.Equal(
            [("use", 1097), ("days", -590), ("estimates", 2193), ("tax", 270)],
            explained.Effects.Where(cause => cause.AmountMinor != 0)
                .Select(cause => (cause.Effect, (int)cause.AmountMinor)));
        Assert.Equal(1m, explained.Lines.Single(line => line.Code == "energy").After!.EstimatedShare);
    }

    [Fact]
    public async Task A_bill_is_explained_by_number_and_only_against_bills_of_its_account()
    {
        var desk = await TwoMonths();
        var invoices = await Invoices(desk);

        var first = await Inquiry(desk).Explain(new ExplainInvoice(invoices[1].InvoiceId, "previous"), Cancellation);
        var lastYear = await Inquiry(desk).Explain(
            new ExplainInvoice(invoices[0].InvoiceId, "last-year"), Cancellation);
        var numbered = await Inquiry(desk).Explain(
            new ExplainInvoice(invoices[0].InvoiceId, invoices[1].Number), Cancellation);
        var other = await Inquiry(desk, 1).Explain(
            new ExplainInvoice(invoices[0].InvoiceId, invoices[1].InvoiceId), Cancellation);

        Assert.Equal("comparison-unknown", first.Problem?.Code);
        Assert.Equal("comparison-unknown", lastYear.Problem?.Code);
        Assert.Equal(invoices[1].InvoiceId, Desk.Succeeded(numbered).Before.InvoiceId);
        Assert.Equal("invoice-unknown", other.Problem?.Code);
    }

    [Fact]
    public async Task A_billed_month_on_its_own_tariff_comes_to_what_was_billed_and_differs_in_nothing()
    {
        var desk = await TwoMonths();
        var invoice = await Newest(desk);
        var before = await engine.Digests();

        var same = Desk.Succeeded(await Inquiry(desk).WhatIf(
            new WhatIfQuestion("K0000", invoice.InvoiceId, TariffId: desk.TariffId), Cancellation));

        Assert.Equal((9680, 0), (same.TotalMinor, same.Explanation.DifferenceMinor));
        Assert.All(same.Explanation.Lines, line => Assert.Empty(line.Effects));
        Assert.Equal(before, await engine.Digests());
    }

    [Fact]
    public async Task A_tariff_given_with_the_question_rates_days_of_the_past_and_the_price_explains_it()
    {
        var desk = await TwoMonths();
        var question = new WhatIfQuestion("K0000", From: Desk.January, Until: March, Tariff: Dearer("dearer"));
        var before = await engine.Digests();

        var answer = Desk.Succeeded(await Inquiry(desk).WhatIf(question, Cancellation));

        // Both months: 59 days of 1.00 and 300 kWh of 0.30 with a tenth more, and then 0.40 instead of 0.30.
        Assert.Equal((16390, 19690), (answer.Explanation.Before.TotalMinor, answer.TotalMinor));
        Assert.Equal(
            [("price", 3000), ("tax", 300)],
            answer.Explanation.Effects.Where(cause => cause.AmountMinor != 0)
                .Select(cause => (cause.Effect, (int)cause.AmountMinor)));
        Assert.Equal(before, await engine.Digests());
    }

    [Fact]
    public async Task One_version_of_a_stored_tariff_prices_days_that_are_not_its_own()
    {
        var desk = await TwoMonths();
        var id = desk.EntityId + "-next";
        var next = Dearer(id);
        await desk.Put("tariff", id, new(Tariff: next with
        {
            Versions = [next.Versions[0] with { Number = 2, ValidFrom = new DateOnly(2030, 1, 1) }],
        }));
        var question = new WhatIfQuestion("K0000", From: Desk.February, Until: March, TariffId: id);

        var gap = await Inquiry(desk).WhatIf(question, Cancellation);
        var priced = Desk.Succeeded(await Inquiry(desk).WhatIf(question with { Version = 2 }, Cancellation));
        var unknown = await Inquiry(desk).WhatIf(question with { Version = 3 }, Cancellation);

        Assert.Equal("not-ratable", gap.Problem?.Code);
        Assert.Contains("tariff-gap", gap.Problem!.Detail, StringComparison.Ordinal);
        Assert.Equal(11880, priced.TotalMinor);
        Assert.Equal("tariff-unknown", unknown.Problem?.Code);
    }

    [Fact]
    public async Task An_assumed_read_comes_to_what_is_billed_once_it_is_entered()
    {
        var desk = await TwoMonths();
        var invoice = await Newest(desk);
        var before = await engine.Digests();
        var question = new WhatIfQuestion("K0000", invoice.InvoiceId, Reads: [new AssumedRead("R1", March, 12805, 1)]);

        var answer = Desk.Succeeded(await Inquiry(desk).WhatIf(question, Cancellation));

        // 28.00 and 180.5 kWh of 0.30, not 200 kWh: 82.15, and 8.22 of tax.
        Assert.Equal((9037L, -643L), (answer.TotalMinor, answer.Explanation.DifferenceMinor));
        Assert.Equal(desk.TariffId, answer.TariffId);
        Assert.Equal(
            new AssumedReadView(
                desk.PointOf(0), "R1", "M0000", March, 1280.5m, 1300m, "kWh", "import", "actual", "scheduled"),
            Assert.Single(answer.Reads));
        Assert.Equal(before, await engine.Digests());

        var read = desk.Read(0, March, 12805);
        await desk.Import(read with { Read = read.Read! with { Scale = 1 } });
        await Cancelled(desk, invoice.InvoiceId);
        await Billed(desk, March);
        Assert.Equal(answer.TotalMinor, (await Newest(desk)).TotalMinor);
    }

    [Fact]
    public async Task A_read_that_was_never_taken_and_another_tariff_are_looked_at_together()
    {
        var desk = await TwoMonths();
        var question = new WhatIfQuestion("K0000", From: Desk.February, Until: March, Tariff: Dearer("dearer"))
        {
            Reads = [new AssumedRead("R1", March.AddDays(-1), 1210)],
        };

        var nearer = Desk.Succeeded(await Inquiry(desk).WhatIf(question, Cancellation));
        var corrected = Desk.Succeeded(await Inquiry(desk).WhatIf(
            question with { Reads = [new AssumedRead("R1", March, 1200, IsByCustomer: true)] }, Cancellation));

        // The read of the end day is nearer than the one of the day before it; corrected it is 100 kWh of 0.40.
        Assert.Equal(11880, nearer.TotalMinor);
        Assert.Equal("special", Assert.Single(nearer.Reads).Kind);
        Assert.Null(nearer.Reads[0].Before);
        Assert.Equal((9680L, 7480L), (corrected.Explanation.Before.TotalMinor, corrected.TotalMinor));
        Assert.Equal("customer", Assert.Single(corrected.Reads).Quality);
    }

    [Fact]
    public async Task A_read_that_cannot_be_is_refused_with_its_place()
    {
        var desk = await TwoMonths();
        var invoice = await Newest(desk);
        var read = new AssumedRead("R1", March, 1300);

        Assert.Equal(("read-below-previous", "reads/0/value"), await Refusal(read with { Value = 1099 }));
        Assert.Equal(("register-unknown", "reads/0/register"), await Refusal(read with { Register = "R2" }));
        Assert.Equal(("meter-unknown", "reads/0/meterSerial"), await Refusal(read with { MeterSerial = "M9" }));
        Assert.Equal(("read-value-invalid", "reads/0/value"), await Refusal(read with { Value = 1_000_000 }));
        Assert.Equal(("read-day-invalid", "reads/0/on"), await Refusal(read with { On = Desk.February }));
        Assert.Equal(("read-day-invalid", "reads/0/on"), await Refusal(read with { On = March.AddDays(4) }));
        Assert.Equal(("read-repeated", "reads/1/register"), await Refusal(read, read with { Value = 1301 }));
        Assert.Equal(("record-invalid", "reads"), await Refusal([.. Enumerable.Repeat(read, 101)]));

        async Task<(string?, string?)> Refusal(params AssumedRead[] reads)
        {
            var question = new WhatIfQuestion("K0000", invoice.InvoiceId, Reads: [.. reads]);
            var problem = (await Inquiry(desk).WhatIf(question, Cancellation)).Problem;
            return (problem?.Code, problem?.Detail.Split(':')[0]);
        }
    }

    [Fact]
    public async Task A_question_that_makes_no_sense_says_why()
    {
        var desk = await TwoMonths();
        var question = new WhatIfQuestion("K0000", From: Desk.January, Until: March);
        var broken = Dearer("broken") with { Zone = "Nowhere/None" };

        Assert.Equal("record-invalid", await CodeOf(question));
        Assert.Equal("record-invalid", await CodeOf(question with { TariffId = "x", Tariff = Dearer("x") }));
        Assert.Equal("tariff-unknown", await CodeOf(question with { TariffId = "none" }));
        Assert.Equal("tariff-invalid", await CodeOf(question with { Tariff = broken }));
        Assert.Equal("period-invalid", await CodeOf(question with { Tariff = Dearer("x"), Until = null }));
        Assert.Equal("contract-unknown", await CodeOf(question with { Tariff = Dearer("x"), ContractId = "none" }));
        Assert.Equal("invoice-unknown", await CodeOf(question with { Tariff = Dearer("x"), InvoiceId = "none" }));

        async Task<string?> CodeOf(WhatIfQuestion asked) =>
            (await Inquiry(desk).WhatIf(asked, Cancellation)).Problem?.Code;
    }

    private IBillInquiryGrain Inquiry(Desk desk, int account = 0) =>
        engine.Grains.GetGrain<IBillInquiryGrain>(desk.KeyOf(account));

    private async Task<Desk> TwoMonths(bool estimated = false)
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(2);
        await Billed(desk, Desk.February);
        var read = desk.Read(0, March, 1300);
        await desk.Import(estimated ? read with { Read = read.Read! with { Quality = "estimated" } } : read);
        await Billed(desk, March);
        return desk;
    }

    private static async Task<string> Billed(Desk desk, DateOnly until)
    {
        var run = Desk.NewRunId();
        var plan = new PlanRun(desk.EntityId, desk.CycleId, until, [Desk.Id(0)]);
        Desk.Succeeded(await desk.Run(run).Plan(Desk.By("planner"), plan, Cancellation));
        await desk.Until(run, "reconciled");
        await desk.Issue(run);
        return run;
    }

    private Task Cancelled(Desk desk, string invoiceId) =>
        engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(0)).CancelInvoice(
            Desk.By("clerk", reason: "the read was wrong"), ["supervisor"],
            new CancelIssuedInvoice("cancel-1", invoiceId, "billing-error"), Cancellation);

    private async Task<InvoiceRow[]> Invoices(Desk desk) =>
        [.. await engine.Get<IReports>().InvoicesOf(desk.KeyOf(0), 0, 10, Cancellation)];

    private async Task<InvoiceRow> Newest(Desk desk) => (await Invoices(desk))[0];

    private static TariffDocument Dearer(string id) => TariffJson.Read($$$"""
        {"id":"{{{id}}}","name":"Dearer","currency":"AUD","zone":"Australia/Sydney","versions":[{"number":1,
        "validFrom":"2024-01-01","charges":[
        {"kind":"fixed","code":"base","text":"Base","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"work","text":"Work","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.4"}}],
        "taxes":[{"code":"GST","text":"GST","percent":"10","categories":["standard"]}]}]}
        """);
}
