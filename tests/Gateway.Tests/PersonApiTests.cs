using System.IO.Compression;
using System.Net;
using System.Text.Json;
using BillingActors.Storage.Evidence;
using BillingActors.Storage.Privacy;

namespace BillingActors.Gateway.Tests;

/// <summary>A person's own data: out, restricted at once, erased by two people when the law lets go.</summary>
public sealed class PersonApiTests
{
    private const string Path = "/v1/customers/c1/person/";
    private const string Key = "Idempotency-Key: 12345678";
    private const string Why = "Reason: wants%20to%20be%20forgotten";

    [Fact]
    public async Task The_file_of_a_person_is_everything_stored_and_its_export_is_noted()
    {
        await using var host = await GatewayHost.Start();
        using var answer = await host.As("supervisor", "sue").Send("GET", Path + "file");
        var file = await answer.Json();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(0, file.GetProperty("customer").GetArrayLength());
        Assert.NotEqual(0, file.GetProperty("accounts").GetArrayLength());
        Assert.Equal(["sue person-exported c1"], host.Behind.Audit.Told);
        using var other = await host.As("supervisor", "sue", "south").Send("GET", Path + "file");
        await other.Problem(HttpStatusCode.NotFound, "customer-not-found");
    }

    [Fact]
    public async Task The_archive_of_a_person_has_all_documents_of_its_disputes_byte_for_byte()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Evidence.Documents =
        [
            .. Enumerable.Range(1000, 103).Select(i => Document("c1", $"north/A{i}", [(byte)(i % 250)])),
            Document("c1", "south/A1", [7]), Document("c2", "north/A2", [8]),
        ];
        using var answer = await host.As("supervisor", "sue", "north").Send("GET", Path + "archive");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("person-c1.zip", answer.Content.Headers.ContentDisposition!.FileName);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Http.Cancellation));
        await using var json = await zip.GetEntry("person.json")!.OpenAsync(Http.Cancellation);
        var told = (await JsonDocument.ParseAsync(json, default, Http.Cancellation)).RootElement
            .GetProperty("documents").EnumerateArray().ToArray();
        Assert.Equal(103, told.Length);
        Assert.Equal(104, zip.Entries.Count);
        foreach (var (i, document) in told.Index())
        {
            Assert.Equal($"A{1000 + i}", document.GetProperty("accountId").GetString());
            await using var content = await zip.GetEntry(document.GetProperty("path").GetString()!)!
                .OpenAsync(Http.Cancellation);
            Assert.Equal((1000 + i) % 250, content.ReadByte());
        }
        Assert.Equal(["sue person-exported c1"], host.Behind.Audit.Told);
        using var clerk = await host.As("clerk", "carl").Send("GET", Path + "archive");
        await clerk.Problem(HttpStatusCode.Forbidden, "not-permitted");
    }

    private static (string, EvidenceKey, EvidenceHead, byte[]) Document(
        string customerId, string account, byte[] content) => (
        customerId,
        new EvidenceKey(account, "D-1", "ev-1"),
        new EvidenceHead("ev-1", "../letter.pdf", "application/pdf", content.Length, "00", default, "ada"),
        content);

    [Fact]
    public async Task A_person_is_restricted_by_one_and_erased_by_another_when_no_duty_is_left()
    {
        await using var host = await GatewayHost.Start();
        var (sue, sam) = (host.As("supervisor", "sue"), host.As("supervisor", "sam"));
        using var early = await sam.Send("POST", Path + "erase", null, Key, Why);
        await early.Problem(HttpStatusCode.Conflict, "not-restricted");
        using var restricted = await sue.Send("POST", Path + "restrict", null, Key, Why);
        Assert.Equal("restricted", (await restricted.Json()).GetProperty("state").GetString());
        using var alone = await sue.Send("POST", Path + "erase", null, "Idempotency-Key: 22222222", Why);
        await alone.Problem(HttpStatusCode.Forbidden, "second-person-needed");
        using var runs = await sam.Send("POST", Path + "erase", null, Key, Why);
        var duty = await runs.Problem(HttpStatusCode.Conflict, "duty-runs");
        Assert.Contains("2036-12-31", duty.GetProperty("detail").GetString(), StringComparison.Ordinal);

        host.Behind.Persons.Duty = new PersonDuty(new DateOnly(2020, 12, 31), 0, 0, HasEnded: true);
        using var erased = await sam.Send("POST", Path + "erase", null, Key, Why);
        Assert.Equal("erased", (await erased.Json()).GetProperty("state").GetString());
        Assert.Equal(["sue person-restricted c1", "sam person-erased c1"], host.Behind.Audit.Told);
    }

    [Fact]
    public async Task Retention_changes_by_two_people()
    {
        await using var host = await GatewayHost.Start();
        var (one, two) = (host.As("controller", "carl"), host.As("controller", "cora"));
        using var asked = await one.Send("POST", "/v1/retention/documents", """{"years":7}""", Key, Why);
        Assert.Equal(10, (await asked.Json()).GetProperty("years").GetInt32());
        using var alone = await one.Send("POST", "/v1/retention/documents/approve", null, Key);
        await alone.Problem(HttpStatusCode.Forbidden, "second-person-needed");
        using var agreed = await two.Send("POST", "/v1/retention/documents/approve", null, Key);
        Assert.Equal(7, (await agreed.Json()).GetProperty("years").GetInt32());
        using var nothing = await two.Send(
            "POST", "/v1/retention/documents/approve", null, "Idempotency-Key: 33333333");
        await nothing.Problem(HttpStatusCode.Conflict, "nothing-asked");
        using var wrong = await one.Send("POST", "/v1/retention/documents", """{"years":31}""", Key, Why);
        await wrong.Problem(HttpStatusCode.UnprocessableEntity, "retention-invalid");
        using var unknown = await one.Send("POST", "/v1/retention/dreams", """{"years":3}""", Key, Why);
        await unknown.Problem(HttpStatusCode.NotFound, "retention-unknown");
        var changed = host.Behind.Audit.Entries[1];
        Assert.Equal(("10 years", "7 years"), (changed.Before, changed.After));
    }
}
