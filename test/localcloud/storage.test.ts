import { aLocalCloud, type Running, refusal } from './a-local-cloud';

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false });
});
afterAll(() => running.stop());
afterEach(() => running.cloud.clock.set(null));

const upload = async (cloudPath: string, content: string | Buffer) =>
  (await running.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID;
const address = async (fileID: string, maxAge = 60): Promise<string> => {
  const { fileList } = await running.app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return String(fileList[0]?.tempFileURL);
};

test('a file is uploaded, read back and deleted by the SDK', async () => {
  const bytes = Buffer.from([0, 1, 2, 255]);
  const fileID = await upload('complaints/照片 1.jpg', bytes);
  expect(fileID).toMatch(/^cloud:\/\/.*\/complaints\/照片 1\.jpg$/);
  expect(Buffer.from((await running.app.downloadFile({ fileID })).fileContent ?? '')).toEqual(bytes);
  expect((await running.app.deleteFile({ fileList: [fileID] })).fileList).toEqual([{ code: 'SUCCESS', fileID }]);
  expect((await running.app.getTempFileURL({ fileList: [fileID] })).fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST');
  expect((await running.app.deleteFile({ fileList: [fileID] })).fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST');
});

test('a browser uploads with the ticket and reads with a signed address', async () => {
  const { data } = await running.app.getUploadMetadata({ cloudPath: 'a/b.png' });
  const headers = {
    authorization: data.authorization,
    signature: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
  };
  expect((await fetch(data.url, { method: 'OPTIONS' })).headers.get('access-control-allow-methods')).toContain('PUT');
  const put = await fetch(data.url, { method: 'PUT', headers, body: 'picture' });
  expect([put.status, await put.text()]).toEqual([200, '']);
  const get = await fetch(await address(data.fileId));
  expect([get.status, get.headers.get('content-type'), await get.text()]).toEqual([200, 'image/png', 'picture']);
  const head = await fetch(await address(data.fileId), { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('7');
});

test('what is not signed, or signed for something else, is refused as COS does', async () => {
  const fileID = await upload('secret.pdf', 'secret');
  const good = await address(fileID);
  const status = async (url: string, init?: RequestInit) => {
    const answer = await fetch(url, init);
    return [answer.status, /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]];
  };
  expect(await status(good.replace(/\?.*/, ''))).toEqual([403, 'SignatureDoesNotMatch']);
  expect(await status(good.replace('secret.pdf', 'other.pdf'))).toEqual([403, 'SignatureDoesNotMatch']);
  expect(await status(good.replace(/t=\d+/, 't=9999999999'))).toEqual([403, 'SignatureDoesNotMatch']);
  const { data } = await running.app.getUploadMetadata({ cloudPath: 'mine.txt' });
  expect(await status(data.url, { method: 'PUT', body: 'x' })).toEqual([403, 'SignatureDoesNotMatch']);
  const headers = {
    authorization: data.authorization,
    'x-cos-security-token': 'wrong',
    'x-cos-meta-fileid': data.cosFileId,
  };
  expect(await status(data.url, { method: 'PUT', body: 'x', headers })).toEqual([403, 'InvalidAccessKeyId']);
  expect((await refusal(upload('../outside', 'x'))).code).toBe('INVALID_PARAM');
});

test('addresses expire by the cloud’s clock', async () => {
  const url = await address(await upload('short.txt', 'x'), 60);
  expect((await fetch(url)).status).toBe(200);
  running.cloud.clock.set(Date.now() + 61_000);
  expect((await fetch(url)).status).toBe(403);
});

test('what people upload never runs as a page of this origin', async () => {
  const answer = await fetch(await address(await upload('evil.html', '<script>alert(1)</script>')));
  expect(answer.headers.get('content-disposition')).toBe('attachment');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});
