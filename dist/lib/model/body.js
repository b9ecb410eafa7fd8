/** The body of a request as this endpoint takes it. */
export function buildBody(request, quirks, settings) {
    const { endpoint, effort, temperature, maxOutputTokens, promptCacheKey } = settings;
    const optional = {
        stream_options: { include_usage: true },
        // What a server calls its efforts is its own matter.
        ...(effort === null ? {} : { reasoning_effort: effort }),
        ...(temperature === null ? {} : { temperature }),
        ...(promptCacheKey === null || !endpoint.isOpenAI ? {} : { prompt_cache_key: promptCacheKey }),
    };
    const limit = maxOutputTokens === null || quirks.tokenLimit === null ? {} : { [quirks.tokenLimit]: maxOutputTokens };
    return {
        ...Object.fromEntries(Object.entries(optional).filter(([name]) => !quirks.dropped.includes(name))),
        ...limit,
        ...responseFormat(request.format, quirks),
        model: request.model,
        messages: arrange(withSchema(request, quirks), quirks).map((message) => wired(message, quirks)),
        stream: true,
    };
}
/** Messages in the order of roles that the endpoint's chat template takes. */
export function arrange(messages, quirks) {
    const roles = quirks.mergesSystem
        ? messages.map((message) => (message.role === 'system' ? { ...message, role: 'user' } : message))
        : [...messages];
    return quirks.mergesRoles || quirks.mergesSystem ? mergeNeighbours(roles) : roles;
}
function mergeNeighbours(messages) {
    const merged = [];
    for (const message of messages) {
        const last = merged.at(-1);
        if (last?.role === message.role) {
            merged[merged.length - 1] = joined(last, message);
        }
        else {
            merged.push(message);
        }
    }
    return merged;
}
function joined(first, second) {
    const images = [...(first.images ?? []), ...(second.images ?? [])];
    const content = `${first.content}\n\n${second.content}`;
    return { role: first.role, content, ...(images.length === 0 ? {} : { images }) };
}
/** A message as it is sent: only one with pictures has parts, which some servers do not know. */
function wired({ role, content, images = [] }, { takesImages }) {
    if (role !== 'user' || images.length === 0 || !takesImages)
        return { role, content };
    const pictures = images.map((url) => ({ type: 'image_url', image_url: { url } }));
    return { role, content: [{ type: 'text', text: content }, ...pictures] };
}
/** How many pictures there are. */
export function countImages(messages) {
    return messages.reduce((sum, { images }) => sum + (images?.length ?? 0), 0);
}
/** Whether a body shows any of them. */
export function hasImages({ messages }) {
    return messages.some(({ content }) => Array.isArray(content));
}
function responseFormat(format, quirks) {
    if (format === null || quirks.format === 'text')
        return {};
    if (quirks.format === 'json_object')
        return { response_format: { type: 'json_object' } };
    return { response_format: { type: 'json_schema', json_schema: { ...format, strict: true } } };
}
/** Where the endpoint takes no schema, the model is told of it. After all else: the prefix stays the same. */
function withSchema({ messages, format }, quirks) {
    if (format === null || quirks.format === 'json_schema')
        return messages;
    const content = `Answer with one JSON value of this JSON Schema and nothing else:\n${JSON.stringify(format.schema)}`;
    return [...messages, { role: 'user', content }];
}
