using BillingActors.Formats;
using BillingActors.Formats.Bank;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Imports;
using BillingActors.Gateway.Payments;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/imports: hand a file in, see what became of it.</summary>
internal static partial class ImportApi
{
    private const string ContractsFormat = "contracts-csv";
    private const int FileNameMax = 200;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/v1/imports").WithTags("Imports");
        imports.MapPost("/", HandIn).Ingests(Permissions.ImportsWrite)
            .Accepts<Stream>("application/octet-stream", "text/csv", "text/plain", "application/xml", "text/xml",
                "application/gzip")
            .Refuses(ProblemCode.FormatUnknown, ProblemCode.FileRefused, ProblemCode.EntityLimited,
                ProblemCode.BodyTooLarge, ProblemCode.MediaTypeUnsupported, "text-invalid")
            .WithSummary("Takes a file in, plain or gzip; what is accepted has its effect once. A statement of a bank "
                + "needs the legal entity whose money it is.");
        imports.MapGet("/", List).Reads(Permissions.ImportsRead).IsPaged().WithSummary("Lists imports, newest first.");
        imports.MapGet("/{importId}", View).Reads(Permissions.ImportsRead).Refuses(ProblemCode.ImportUnknown)
            .WithSummary("Shows how far an import is and what became of its records.");
    }

    private static async Task<Results<Accepted<ImportView>, ProblemHttpResult>> HandIn(
        [AsParameters] Upload upload, Command command, FileReception reception, CancellationToken cancellation)
    {
        var format = await FormatOf(upload, command, cancellation);
        if (format is null)
            return await Unreadable(upload, cancellation);
        if (!command.Caller.IsUnlimited && format is not StatementFormat && format.Name != ContractsFormat)
            return Refused.With(ProblemCode.EntityLimited, "Meter data names no legal entity.");
        var header = new ImportHeader(command.IdOfNew("imp"), upload.NameOr(format.Name), format.Name,
            Caller.ActorKind, command.PersonId, command.Envelope.At);
        if (!IsFileName(header.FileName))
            return Refused.With("text-invalid", $"fileName must have 1 to {FileNameMax} characters and no path.");
        await using var bytes = new HashingStream(upload.Http.Request.BodyReader.AsStream(), upload.CountMax);
        var file = new FileBytes(bytes, command.Caller.Scope);
        var received = await reception.Receive(header, format, file, cancellation);
        return await Answer(upload, received, cancellation);
    }

    private static async Task<Results<Accepted<ImportView>, ProblemHttpResult>> Answer(
        Upload upload, Reception received, CancellationToken cancellation)
    {
        var import = received.Import;
        if (received.IsReused)
            return Refused.With(ProblemCode.IdReused, "The Idempotency-Key was used for another file.");
        if (received.IsReplay)
            upload.Http.MarkReplay();
        if (import.State == "refused")
            return Refused.With(ProblemCode.FileRefused, $"{import.Problems.Length} problems were found.",
                ("importId", import.ImportId), ("problems", import.Problems));
        await Begin(upload, import.ImportId, cancellation);
        return TypedResults.Accepted($"/v1/imports/{import.ImportId}", import);
    }

    /// <summary>Wakes the work; should that fail, the accepted file is due and is worked off all the same.</summary>
    private static async Task Begin(Upload upload, string importId, CancellationToken cancellation)
    {
        try
        {
            await upload.Grains.GetGrain<IImportGrain>(importId).Work(cancellation);
        }
        catch (Exception fault) when (fault is Orleans.Runtime.OrleansException or TimeoutException)
        {
            LogNotWoken(upload.Logs.CreateLogger(typeof(ImportApi)), fault, importId);
        }
    }

    private static async Task<Ok<Page<ImportView>>> List(
        PageQuery page, Caller caller, IReports reports, CancellationToken cancellation)
    {
        var rows = await reports.Imports(page.Position, page.Limit + 1, cancellation);
        var cut = page.Cut(rows, row => row.ImportId);
        return TypedResults.Ok(cut with { Items = [.. cut.Items.Where(import => MaySee(caller, import))] });
    }

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> View(
        string importId, Caller caller, IImportStore inbox, CancellationToken cancellation) =>
        await inbox.View(importId, cancellation) is { } import && MaySee(caller, import)
            ? TypedResults.Ok(import)
            : Refused.With(ProblemCode.ImportUnknown, "There is no such import.");

    /// <summary>An import belongs to no legal entity: a limited caller sees its own ones.</summary>
    internal static bool MaySee(Caller caller, ImportView import) =>
        caller.IsUnlimited || import.ActorId == caller.PersonId;

    private static async Task<IFileFormat?> FormatOf(Upload upload, Command command, CancellationToken cancellation)
    {
        if (await StatementOf(upload, cancellation) is { } statement)
        {
            var asked = (command.Caller, DateOnly.FromDateTime(command.Envelope.At.UtcDateTime));
            return upload.Entity is { } entityId && PathIds.IsId(entityId)
                ? new StatementFormat(statement, entityId, upload.Matching, asked)
                : null;
        }
        return string.IsNullOrEmpty(upload.Format)
            ? FileFormats.Recognise(await HeadOf.Body(upload.Http.Request.BodyReader, cancellation))
            : FileFormats.Named(upload.Format);
    }

    private static async Task<string?> StatementOf(Upload upload, CancellationToken cancellation) =>
        string.IsNullOrEmpty(upload.Format)
            ? BankStatements.Recognise(await HeadOf.Body(upload.Http.Request.BodyReader, cancellation))
            : BankStatements.All.FirstOrDefault(known => known == upload.Format);

    private static async Task<ProblemHttpResult> Unreadable(Upload upload, CancellationToken cancellation) =>
        await StatementOf(upload, cancellation) is null
            ? Refused.With(ProblemCode.FormatUnknown, "The formats are: " + string.Join(
                ", ", FileFormats.All.Select(known => known.Name).Concat(BankStatements.All)) + ".")
            : Refused.With("text-invalid", "A statement of a bank names no legal entity: say it as entity.");

    private static bool IsFileName(string name) =>
        name.Length is >= 1 and <= FileNameMax && !name.Any(c => char.IsControl(c) || c is '/' or '\\');

    [LoggerMessage(LogLevel.Warning, "Import {ImportId} is accepted, and its work could not be woken")]
    private static partial void LogNotWoken(ILogger logger, Exception fault, string importId);

    private sealed record Upload(
        string? Format, string? FileName, string? Entity, MatchReading Matching, IGrainFactory Grains,
        IOptions<GatewayOptions> Options, ILoggerFactory Logs, HttpContext Http)
    {
        public long CountMax => Options.Value.ImportBytesMax;

        public string NameOr(string format) => string.IsNullOrEmpty(FileName) ? format : FileName;
    }
}
