using BillingActors.Storage.Evidence;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Evidence;

/// <summary>What documents of disputes and requests promise, whatever database lies below them.</summary>
public abstract class EvidenceContract(StoreSet stores, Func<StoreSet> restart) : StoreContract(stores)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 Berta Secret"u8];

    private EvidenceKey Dispute => new($"E{Id}/A1", "D-1");

    [Fact]
    public async Task A_document_is_stored_once_and_found_with_its_hash()
    {
        var head = await Add(Pdf, "C:\\photos\\../house.pdf");
        Assert.NotNull(head);
        Assert.Equal(("house.pdf", "application/pdf", Pdf.Length), (head.Name, head.ContentType, head.Length));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)), head.Hash);
        Assert.Equal(head.DocumentId, (await Add(Pdf, "again.pdf"))!.DocumentId);
        Assert.Equal("image/png", (await Add([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], "p"))!.ContentType);

        await using var next = restart();
        var heads = await next.Evidence.Heads(Dispute, Cancellation);
        Assert.Equal(["house.pdf", "p"], heads.Select(one => one.Name).Order());
        var found = (await next.Evidence.Find(Dispute with { DocumentId = head.DocumentId }, Cancellation))!.Value;
        Assert.Equal(Pdf, found.Content);
        Assert.Equal("house.pdf", found.Head.Name);
        Assert.Null(await next.Evidence.Find(Dispute with { DocumentId = "ev-0" }, Cancellation));
        Assert.Null(await next.Evidence.Find(Dispute, Cancellation));
        Assert.Empty(await next.Evidence.Heads(Dispute with { SubjectId = "D-2" }, Cancellation));
        Assert.Empty(await next.Evidence.Heads(Dispute with { AccountKey = $"E{Id}/A2" }, Cancellation));
    }

    [Fact]
    public async Task What_is_no_document_or_too_long_is_not_taken()
    {
        Assert.Null(await Add([], "empty.pdf"));
        Assert.Null(await Add([.. "<script>alert(1)</script>"u8], "page.pdf"));
        Assert.Null(await Add([.. "%PD"u8], "cut.pdf"));
        var long1 = new byte[IEvidenceStore.LengthMax + 1];
        Pdf.CopyTo(long1, 0);
        Assert.Null(await Add(long1, "long.pdf"));
        Assert.NotNull(await Add(long1[..IEvidenceStore.LengthMax], "longest.pdf"));
    }

    [Fact]
    public async Task It_lies_sealed_in_its_own_place()
    {
        var head = await Add(Pdf, "Berta Secret.pdf");
        Assert.Equal(0, await Sql("select count(*) from dispute_evidence where cast(body as text) like '%Secret%'"
            + " or cast(head as text) like '%Secret%'"));
        await Sql($"update dispute_evidence set dispute_id = 'D-9' where account_key = '{Dispute.AccountKey}'");
        await Assert.ThrowsAnyAsync<Exception>(() => Stores.Evidence.Find(
            Dispute with { SubjectId = "D-9", DocumentId = head!.DocumentId }, Cancellation));
    }

    [Fact]
    public async Task All_documents_of_a_customer_are_told_by_key_wherever_they_lie()
    {
        var keys = new List<EvidenceKey>();
        for (var i = 0; i < IEvidenceStore.PageLength + 2; i++)
        {
            var dispute = new EvidenceKey($"E{Id}/A{i / 40}", $"D-{1000 + i}");
            var head = await Stores.Evidence.Add(
                dispute, "C-" + Id, new EvidenceFile($"{i}.pdf", Pdf, "ada"), Cancellation);
            keys.Add(dispute with { DocumentId = head!.DocumentId });
        }
        await Stores.Evidence.Add(
            new EvidenceKey($"E{Id}/A0", "D-1"), "X-" + Id, new EvidenceFile("x.pdf", Pdf, "ada"), Cancellation);

        var first = await Stores.Evidence.Of("C-" + Id, new EvidenceKey("", ""), Cancellation);
        var rest = await Stores.Evidence.Of("C-" + Id, first[^1].Key, Cancellation);

        Assert.Equal(keys, first.Concat(rest).Select(one => one.Key));
        Assert.Equal((IEvidenceStore.PageLength, "0.pdf"), (first.Length, first[0].Head.Name));
    }

    [Fact]
    public async Task Documents_of_a_request_are_not_those_of_a_dispute_that_is_called_so()
    {
        var (dispute, request) = (Dispute, EvidenceKey.OfRequest(Dispute.AccountKey, Dispute.SubjectId));
        var file = new EvidenceFile("quote.pdf", Pdf, "ada");
        var head = (await Stores.Evidence.Add(request, "C-" + Id, file, Cancellation))!;
        Assert.Equal(IEvidenceStore.IdOf(Pdf), head.DocumentId);
        Assert.Empty(await Stores.Evidence.Heads(dispute, Cancellation));
        Assert.Null(await Stores.Evidence.Find(dispute with { DocumentId = head.DocumentId }, Cancellation));
        var found = await Stores.Evidence.Find(request with { DocumentId = head.DocumentId }, Cancellation);
        Assert.Equal((Pdf.Length, "quote.pdf"), (found!.Value.Content.Length, found.Value.Head.Name));

        await Add(Pdf, "house.pdf");
        var all = await Stores.Evidence.Of("C-" + Id, new EvidenceKey("", ""), Cancellation);
        Assert.Equal(
            [("D-1", null), (null, "D-1")], all.Select(one => (one.Key.DisputeId, one.Key.RequestId)));
        // What was sealed for the one is nothing in the place of the other.
        var here = $"where account_key = '{dispute.AccountKey}'";
        await Sql($"delete from dispute_evidence {here} and dispute_id = '{dispute.SubjectId}'");
        await Sql($"update dispute_evidence set dispute_id = '{dispute.SubjectId}' {here}");
        await Assert.ThrowsAnyAsync<Exception>(() => Stores.Evidence.Heads(dispute, Cancellation));
    }

    private Task<EvidenceHead?> Add(byte[] content, string name) =>
        Stores.Evidence.Add(Dispute, "C-" + Id, new EvidenceFile(name, content, "ada"), Cancellation);
}
