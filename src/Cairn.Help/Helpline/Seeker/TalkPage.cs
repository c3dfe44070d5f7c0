using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>Writes one page of a seeker's into memory that is wiped, and sends it: never kept, never compressed, in one of a few sizes, so that its length tells little.</summary>
/// <param name="path">The line's page, as in its address.</param>
/// <param name="plain">The frame of a page that opens nothing.</param>
/// <param name="locked">The frame of a page within a conversation: leaving it ends the session.</param>
/// <param name="terms">Null while nobody who answers for the line is named.</param>
internal sealed class TalkPage(string path, TalkShells.Shell plain, TalkShells.Shell locked, HelplineWords words, HelplineTerms? terms = null) : IDisposable
{
    /// <summary>Every answer is as long as a multiple of this, so that a reply seldom makes one longer: as large as the page may be that with style and icon stays within 25,000 bytes.</summary>
    internal const int SizeClass = 15 * 1024;

    private const int Block = 4 * 1024;

    private readonly WipedWriter content = new();

    public HelplineWords Words => words;

    public HelplineTerms? Terms => terms;

    public Frame Frame => plain.Frame;

    /// <summary>The token of the session, for the page's forms; empty when there is none.</summary>
    public byte[] Token { get; set; } = [];

    public TalkPage Raw(ReadOnlySpan<byte> html)
    {
        content.Raw(html);
        return this;
    }

    public TalkPage Text(string text)
    {
        content.Text(text);
        return this;
    }

    public TalkPage Text(ReadOnlySpan<byte> utf8)
    {
        content.Text(utf8);
        return this;
    }

    /// <summary>An element with words of ours in it.</summary>
    /// <param name="start">The whole start tag.</param>
    public TalkPage Element(ReadOnlySpan<byte> start, string text)
    {
        content.Raw(start);
        content.Text(text);
        var end = start[1..].IndexOfAny(" >"u8);
        content.Raw("</"u8);
        content.Raw(start.Slice(1, end));
        content.Raw(">\n"u8);
        return this;
    }

    /// <summary>Begins a form to the page's own address, with the token in it.</summary>
    public TalkPage Form()
    {
        content.Raw("<form method=\"post\" action=\"/"u8);
        content.Text(Frame.Language.Code);
        content.Raw("/"u8);
        content.Text(path);
        content.Raw("\" autocomplete=\"off\" novalidate>\n"u8);
        return Token.Length == 0 ? this : Hidden("token"u8, Token);
    }

    public TalkPage Hidden(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        content.Raw("<input type=\"hidden\" name=\""u8);
        content.Raw(name);
        content.Raw("\" value=\""u8);
        content.Text(value);
        content.Raw("\">\n"u8);
        return this;
    }

    /// <summary>A button that goes on to a step.</summary>
    public TalkPage Button(ReadOnlySpan<byte> step, string label, ReadOnlySpan<byte> kind = default)
    {
        content.Raw("<button class=\"govuk-button"u8);
        if (kind.Length > 0)
        {
            content.Raw(" "u8);
            content.Raw(kind);
        }

        content.Raw("\" type=\"submit\" name=\"step\" value=\""u8);
        content.Raw(step);
        content.Raw("\">"u8);
        content.Text(label);
        content.Raw("</button>\n"u8);
        return this;
    }

    /// <summary>What is wrong, said before everything else, with a link to where it is.</summary>
    public TalkPage Problem(string? sentence, ReadOnlySpan<byte> field)
    {
        if (sentence is null)
            return this;
        content.Raw("<div class=\"panel problem\" role=\"alert\"><h2>"u8);
        content.Text(words.ErrorHeading);
        content.Raw("</h2><p><a href=\"#"u8);
        content.Raw(field);
        content.Raw("\">"u8);
        content.Text(sentence);
        content.Raw("</a></p></div>\n"u8);
        return this;
    }

    public async Task Send(HttpContext http, int status = StatusCodes.Status200OK)
    {
        using var whole = new WipedWriter();
        var shell = Token.Length > 0 ? locked : plain;
        foreach (var (before, token) in shell.Pieces.SkipLast(1))
        {
            whole.Raw(before);
            whole.Raw(token ? Token : content.Written);
        }

        whole.Raw(shell.Pieces[^1].Before);
        whole.PadTo(SizeClass);
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = whole.Length;
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        // In pieces that fit the server's own blocks: a larger one would be lent memory that nobody wipes.
        for (var from = 0; from < whole.Length; from += Block)
        {
            var piece = whole.Written.Slice(from, Math.Min(Block, whole.Length - from));
            piece.CopyTo(response.BodyWriter.GetSpan(piece.Length));
            response.BodyWriter.Advance(piece.Length);
        }

        await response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public void Dispose() => content.Dispose();
}
